import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FakeServer, startFakeServer, type Turn } from '../../testing/fake-server';
import type { Account } from '../target';
import type { Breach } from './look';
import { Pop3Inbox } from './pop3';

const account = { login: () => ({ user: 'ann', password: 'secret' }) } as unknown as Account;
const LOGIN: Turn[] = ['+OK\r\n', '+OK\r\n', '+OK\r\n'];

interface Scene {
  inbox: Pop3Inbox;
  server: FakeServer;
  breaches: Breach[];
}

/** A maildrop whose server says so after each login, whatever it is asked. */
async function scene(turns: Turn[], act: (scene: Scene) => Promise<void>): Promise<void> {
  const server = await startFakeServer({ turns: [...LOGIN, ...turns] });
  const service = { name: 'pop3', host: '127.0.0.1', port: server.port, tls: 'none', login: 'plain' } as const;
  const breaches: Breach[] = [];
  const endpoint = { service, tls: { servername: 'localhost' }, timeout: 500 };
  const inbox = new Pop3Inbox(endpoint, (breach) => breaches.push(breach));
  try {
    await act({ inbox, server, breaches });
  } finally {
    await server.close();
  }
}

const list = (...sizes: number[]) => `+OK\r\n${sizes.map((size, n) => `${n + 1} ${size}\r\n`).join('')}.\r\n`;
const ids = (...names: string[]) => `+OK\r\n${names.map((name, n) => `${n + 1} ${name}\r\n`).join('')}.\r\n`;
const asked = (server: FakeServer, command: string) => server.received().toString().split(command).length - 1;

test('each message is taken once', () =>
  scene([list(3, 3), ids('x', 'y'), '+OK\r\na\r\n.\r\n', '+OK\r\nb\r\n.\r\n', '+OK\r\n'], async ({ inbox, server }) => {
    for (let n = 0; n < 2; n++) assert.deepEqual((await inbox.look(account)).messages.map(String), ['a\r\n', 'b\r\n']);
    assert.equal(asked(server, 'RETR'), 2);
    assert.equal(asked(server, 'LIST'), 2);
  }));

test('without unique-ids all are taken anew', () =>
  scene([list(3), '-ERR what?\r\n', '+OK\r\na\r\n.\r\n', '+OK\r\n'], async ({ inbox, server }) => {
    for (let n = 0; n < 2; n++) assert.equal((await inbox.look(account)).messages.length, 1);
    assert.equal(asked(server, 'RETR'), 2);
  }));

test('a message that is refused hides no other, and is not asked for again', () =>
  scene([list(3, 3), ids('x', 'y'), '-ERR [UTF8] say UTF8\r\n', '+OK\r\nb\r\n.\r\n', '+OK\r\n'], async (all) => {
    for (let n = 0; n < 2; n++) {
      const { messages, unread } = await all.inbox.look(account);
      assert.deepEqual(messages.map(String), ['b\r\n']);
      assert.deepEqual(
        unread.map(({ why }) => [why.code, why.requirement]),
        [['refused', 'R1939-5-g']],
      );
    }
    assert.equal(asked(all.server, 'RETR'), 2);
    assert.deepEqual(all.breaches, []);
  }));

test('a dot that was not doubled is a breach, the line stands as it came, and two dots are in doubt from then on', () =>
  scene(
    [list(3, 3), ids('x', 'y'), '+OK\r\n..two\r\n.\r\n', '+OK\r\n.one\r\n.\r\n', '+OK\r\n'],
    async ({ inbox, breaches }) => {
      const { messages, unread } = await inbox.look(account);
      assert.deepEqual(messages.map(String), ['.one\r\n']);
      assert.deepEqual(
        unread.map(({ why }) => why.code),
        ['dots-in-doubt'],
      );
      assert.deepEqual(
        breaches.map(({ requirement, code }) => [requirement, code]),
        [['R1939-3-e', 'not-stuffed']],
      );
    },
  ));

test('a message that goes on behind a single dot is cut, and the next is taken in another session', () =>
  scene([list(9, 3), ids('x', 'y'), '+OK\r\na\r\n.\r\nb\r\n.\r\n', '+OK\r\nc\r\n.\r\n'], async (all) => {
    const { unread } = await all.inbox.look(account);
    assert.match(unread[0]!.why.reason, /went on behind a line that was a single dot/);
    assert.equal(all.breaches[0]?.code, 'not-stuffed');
    assert.equal(asked(all.server, 'USER'), 2);
  }));
