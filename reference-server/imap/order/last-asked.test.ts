import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../server';
import { talk } from '../../testing/talk';

const letter = (id: string, after: string) =>
  Buffer.from(`Subject: ${id}\r\nMessage-ID: <${id}@a.test>\r\n${after}\r\n`);

test('an order asked for again is told as the mailbox is then', async (t) => {
  const accounts = [{ address: 'alice@example.test', password: 'secret' }];
  const server = await startServer({ accounts, tls: 'none', listen: { imap: { port: 0 } } });
  t.after(() => server.close());
  for (const id of ['b', 'a', 'c']) server.deposit('alice@example.test', letter(id, ''));
  const told = await talk(
    server.ports.imap!,
    'a LOGIN alice@example.test secret',
    'b SELECT INBOX',
    'c SORT (SUBJECT) UTF-8 ALL',
    'd UID SORT (SUBJECT) UTF-8 ALL',
    'e SORT (REVERSE SUBJECT) UTF-8 ALL',
    'f SORT (REVERSE SUBJECT ARRIVAL) UTF-8 ALL',
    'g SORT (SUBJECT) UTF-8 2:3',
    'h STORE 2 +FLAGS.SILENT (\\Deleted)',
    'i SORT (SUBJECT) UTF-8 UNDELETED',
    'j SORT (SUBJECT) UTF-8 ALL',
    'k EXPUNGE',
    'l SORT (SUBJECT) UTF-8 ALL',
    'm UID SORT (SUBJECT) UTF-8 ALL',
    'n COPY 1 INBOX',
    'o SORT (SUBJECT) UTF-8 ALL',
    'z LOGOUT',
  );
  assert.deepEqual(
    [...told.matchAll(/^\* SORT (.*)\r$/gm)].map(([, numbers]) => numbers),
    ['2 1 3', '2 1 3', '3 1 2', '3 1 2', '2 3', '1 3', '2 1 3', '1 2', '1 3', '1 3 2'],
  );
});

test('conversations asked for again are told as the mailbox is then', async (t) => {
  const accounts = [{ address: 'alice@example.test', password: 'secret' }];
  const server = await startServer({ accounts, tls: 'none', listen: { imap: { port: 0 } } });
  t.after(() => server.close());
  server.deposit('alice@example.test', letter('first', ''));
  server.deposit('alice@example.test', letter('other', ''));
  server.deposit('alice@example.test', letter('second', 'References: <first@a.test>\r\n'));
  const told = await talk(
    server.ports.imap!,
    'a LOGIN alice@example.test secret',
    'b SELECT INBOX',
    'c THREAD REFERENCES UTF-8 ALL',
    'd THREAD REFERENCES UTF-8 ALL',
    'e THREAD ORDEREDSUBJECT UTF-8 ALL',
    'f THREAD REFERENCES UTF-8 2:3',
    'g STORE 2 +FLAGS.SILENT (\\Deleted)',
    'h THREAD REFERENCES UTF-8 ALL',
    'i EXPUNGE',
    'j THREAD REFERENCES UTF-8 ALL',
    'k UID THREAD REFERENCES UTF-8 ALL',
    'l COPY 2 INBOX',
    'm THREAD REFERENCES UTF-8 ALL',
    'z LOGOUT',
  );
  assert.deepEqual(
    [...told.matchAll(/^\* THREAD (.*)\r$/gm)].map(([, threads]) => threads),
    ['(1 3)(2)', '(1 3)(2)', '(1)(2)(3)', '(2)(3)', '(1 3)(2)', '(1 2)', '(1 3)', '(1 (2)(3))'],
  );
});
