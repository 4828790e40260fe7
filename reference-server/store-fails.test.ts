import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SharedParts } from './context';
import type { Replacements } from './seams';
import { startServer } from './server';
import { StoreError } from './store/error';
import { talk } from './testing/talk';

const ALICE = { address: 'alice@example.test', password: 'secret' };

const full = () => new StoreError('full', 'database or disk is full');
const broken = () => new StoreError('unavailable', 'disk I/O error');

/** A store on which nothing can be written. */
const FULL: Replacements<SharedParts> = {
  store: ({ messages, mailboxes }) => ({
    grouped: () => Promise.reject(full()),
    messages: Object.assign(Object.create(messages), {
      setFlags() {
        throw full();
      },
    }),
    mailboxes: Object.assign(Object.create(mailboxes), {
      create() {
        throw full();
      },
    }),
  }),
};

/** A store of which the messages cannot be read either. */
const BROKEN: Replacements<SharedParts> = {
  store: ({ messages }) => ({
    messages: Object.assign(Object.create(messages), {
      get() {
        throw broken();
      },
      content() {
        throw broken();
      },
      uids() {
        throw broken();
      },
    }),
  }),
};

const LISTEN = { smtp: { port: 0 }, lmtp: { port: 0 }, pop3: { port: 0 }, imap: { port: 0 } };

/** Says this to a server with such a store, where one message is. */
async function ask(parts: Replacements<SharedParts>, port: keyof typeof LISTEN, ...lines: string[]): Promise<string> {
  const guests = [{ parts }];
  const seams = { smtp: guests, lmtp: guests, pop3: guests, imap: guests };
  const server = await startServer({ accounts: [ALICE], tls: 'none', listen: LISTEN, seams });
  server.deposit(ALICE.address, Buffer.from('Subject: hi\r\n\r\nhi\r\n'));
  try {
    return await talk(server.ports[port]!, ...lines);
  } finally {
    await server.close();
  }
}

const TO_ALICE = ['MAIL FROM:<x@elsewhere.test>', 'RCPT TO:<alice@example.test>', 'RCPT TO:<ALICE@example.test>'];
const POP3_LOGIN = ['USER alice@example.test', 'PASS secret'];
const IMAP_LOGIN = ['a1 LOGIN alice@example.test secret', 'a2 SELECT INBOX'];

describe('a store that fails', () => {
  it('is a reply in SMTP, and the session goes on (RFC 5321 §4.3.2)', async () => {
    const answer = await ask(FULL, 'smtp', 'EHLO x', ...TO_ALICE, 'DATA', 'hi', '.', 'NOOP', 'QUIT');
    assert.match(answer, /\r\n354 .*\r\n452 4\.3\.1 .*\r\n250 .*\r\n221 /);
  });

  it('is a reply for each recipient in LMTP (RFC 2033 §4.2)', async () => {
    const answer = await ask(FULL, 'lmtp', 'LHLO x', ...TO_ALICE, 'BDAT 4 LAST', 'hi', 'NOOP', 'QUIT');
    assert.match(answer, /\r\n452 4\.3\.1 .*\r\n452 4\.3\.1 .*\r\n250 .*\r\n221 /);
  });

  it('is an answer in POP3 (RFC 3206 §4)', async () => {
    assert.match(
      await ask(FULL, 'pop3', ...POP3_LOGIN, 'RETR 1', 'DELE 1', 'QUIT'),
      /\+OK 19 octets[\s\S]*-ERR \[SYS\/TEMP\] The marked messages were not removed\r\n$/,
    );
    assert.match(
      await ask(BROKEN, 'pop3', ...POP3_LOGIN, 'RETR 1', 'NOOP', 'QUIT'),
      /-ERR \[SYS\/TEMP\].*\r\n\+OK Done\r\n\+OK/,
    );
  });

  it('is NO in IMAP (RFC 5530 §3), and mail can be read', async () => {
    const append = ['a4 APPEND INBOX {2+}', 'hi', 'a5 CREATE other', 'a6 NOOP', 'a7 LOGOUT'];
    const answer = await ask(FULL, 'imap', ...IMAP_LOGIN, 'a3 FETCH 1 BODY[TEXT]', ...append);
    assert.match(answer, /BODY\[TEXT\] \{4\}\r\nhi\r\n\)\r\na3 OK /);
    assert.match(answer, /a4 NO \[UNAVAILABLE\][\s\S]*a5 NO \[UNAVAILABLE\][\s\S]*a6 OK/);
    const other = await ask(BROKEN, 'imap', ...IMAP_LOGIN, 'a3 STATUS INBOX (MESSAGES)', 'a4 LOGOUT');
    assert.match(other, /a2 NO \[UNAVAILABLE\][\s\S]*a3 OK/);
  });
});
