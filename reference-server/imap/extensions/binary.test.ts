import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../server';
import { talk } from '../../testing/talk';

const ALICE = { address: 'alice@example.test', password: 'secret' };

/** What BINARY gives of a message with this encoding and body, and BINARY.SIZE of it. */
async function fetched(encoding: string, body: string): Promise<string> {
  const server = await startServer({ accounts: [ALICE], tls: 'none', listen: { imap: { port: 0 } } });
  server.deposit(ALICE.address, Buffer.from(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`));
  const command = 'a3 FETCH 1 (BINARY.SIZE[1] BINARY.PEEK[1])';
  const answer = await talk(
    server.ports.imap!,
    'a1 LOGIN alice@example.test secret',
    'a2 SELECT INBOX',
    command,
    'a4 LOGOUT',
  );
  await server.close();
  return /\* 1 FETCH \(([\s\S]*)\)\r\na3 OK/.exec(answer)![1]!;
}

for (const encoding of ['7bit', '8bit', 'binary', 'quoted-printable']) {
  test(`text in ${encoding} comes with lines that end in CRLF`, async () => {
    assert.equal(await fetched(encoding, 'one\ntwo\r\n'), 'BINARY.SIZE[1] 10 BINARY[1] {10}\r\none\r\ntwo\r\n');
    assert.equal(await fetched(encoding, '\none'), 'BINARY.SIZE[1] 5 BINARY[1] {5}\r\n\r\none');
  });
}
