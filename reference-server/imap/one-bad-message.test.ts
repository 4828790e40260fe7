import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMessage } from '../mime/parse';
import { startServer } from '../server';
import { talk } from '../testing/talk';
import type { ImapSeams } from './seams';

const ALICE = { address: 'alice@example.test', password: 'secret' };

/** As if a message were of a kind that nobody thought of. */
const STUMBLES: ImapSeams = {
  parts: {
    parser: () => ({
      structure(octets) {
        if (octets.includes('poison')) throw new RangeError('Maximum call stack size exceeded');
        return parseMessage(octets);
      },
    }),
  },
};

test('a message that cannot be read does not spoil the answers for the others', async () => {
  const log: string[] = [];
  const server = await startServer({
    accounts: [ALICE],
    tls: 'none',
    listen: { imap: { port: 0 } },
    seams: { imap: [STUMBLES] },
    log: (line) => log.push(line),
  });
  for (const text of ['one', 'poison', 'three'])
    server.deposit(ALICE.address, Buffer.from(`Subject: ${text}\r\n\r\n${text}\r\n`));
  const answer = await talk(
    server.ports.imap!,
    'a1 LOGIN alice@example.test secret',
    'a2 SELECT INBOX',
    'a3 FETCH 1:* (UID BODYSTRUCTURE)',
    'a4 UID SEARCH TEXT e',
    'a5 UID SEARCH NOT BODY e',
    'a6 LOGOUT',
  );
  await server.close();
  assert.match(answer, /\* 1 FETCH \(UID 1 BODY.*\* 3 FETCH \(UID 3 BODY.*\r\na3 NO \[SERVERBUG\]/s);
  assert.match(answer, /\* SEARCH 1 3\r\na4 OK/);
  assert.match(answer, /\* SEARCH\r\na5 OK/);
  assert.ok(log.some((line) => /RangeError/.test(line)));
});
