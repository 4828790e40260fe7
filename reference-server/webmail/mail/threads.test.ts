import assert from 'node:assert';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { ImapFlow } from 'imapflow';
import { canThread, threadPage } from './threads';

/** As much of a server with THREAD as one page needs. */
function answersTo(line: string): string[] {
  const [tag = '', ...words] = line.split(' ');
  const command = words.join(' ').toUpperCase();
  const fetched = (uid: number, i: number) =>
    `* ${i + 1} FETCH (UID ${uid} FLAGS () RFC822.SIZE 5 INTERNALDATE "02-Nov-2026 10:00:00 +0000" ENVELOPE (NIL "s${uid}" NIL NIL NIL NIL NIL NIL NIL NIL))`;
  const untagged = command.startsWith('SELECT')
    ? ['* 4 EXISTS', '* OK [UIDVALIDITY 7] x', '* OK [UIDNEXT 9] x']
    : command.startsWith('UID THREAD REFERENCES UTF-8 ALL')
      ? ['* THREAD (1 (3)(2))(5)']
      : command.startsWith('UID FETCH')
        ? [1, 2, 3, 5].map(fetched)
        : command.startsWith('LIST')
          ? ['* LIST () "/" INBOX']
          : [];
  return [...untagged, `${tag} OK done`];
}

test('conversations are asked of a server that has THREAD', async (t) => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('* PREAUTH [CAPABILITY IMAP4rev1 THREAD=ORDEREDSUBJECT THREAD=REFERENCES] hi\r\n');
    createInterface(socket).on('line', (line) => {
      for (const answer of answersTo(line)) socket.write(`${answer}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new ImapFlow({ host: '127.0.0.1', port, doSTARTTLS: false, logger: false, disableAutoIdle: true });
  client.on('error', () => {});
  t.after(() => {
    client.close();
    server.close();
  });
  await client.connect();
  assert.equal(canThread(client), 'REFERENCES');
  const { total, pages, threads } = await threadPage(client, 'INBOX', 'REFERENCES', 1);
  assert.deepEqual([total, pages], [4, 1]);
  assert.deepEqual(
    threads.map((rows) => rows.map(({ uid }) => uid)),
    [[5], [1, 2, 3]],
  );
});
