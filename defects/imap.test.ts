import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startServer } from '../reference-server';
import { mistakes } from '.';

const ALICE = { address: 'alice@example.test', password: 'secret' };
const MESSAGE = ['From: ann@a.test', 'To: tom@b.test', 'Cc: cleo@c.test', '', 'text', ''].join('\r\n');

/** What a server with these mistakes answers to these commands, after a login. */
async function answers(names: readonly string[], ...commands: string[]): Promise<string> {
  const listen = { imap: { port: 0 } };
  const server = await startServer({ tls: 'none', accounts: [ALICE], listen, seams: mistakes(names) });
  try {
    server.deposit(ALICE.address, Buffer.from(MESSAGE));
    const socket = connect(server.ports.imap!, '127.0.0.1');
    await once(socket, 'connect');
    const all = ['login alice secret', ...commands, 'logout'];
    socket.write(all.map((command, place) => `A${place} ${command}\r\n`).join(''));
    let said = '';
    for await (const chunk of socket) said += chunk;
    return said;
  } finally {
    await server.close();
  }
}

test('two mistakes with one part are made together, the first named outermost', async () => {
  const nil = 'imap-envelope-empty-for-nil';
  const swapped = 'imap-envelope-order';
  const said = await answers([nil, swapped], 'select inbox', 'fetch 1 envelope');
  // An empty subject, and cc before to.
  assert.match(said, /ENVELOPE \("" "" .*"cleo" "c\.test"\)\) \(\(NIL NIL "tom" "b\.test"\)\) NIL "" ""\)/);
});

test('two mistakes with one response, and two with what comes in', async () => {
  const out = ['imap-tag-folded', 'imap-examine-read-write'];
  assert.match(await answers(out, 'examine inbox'), /\r\na1 OK \[READ-WRITE\]/);
  const raw = ['imap-store-without-fetch', 'imap-flags-case-sensitive'];
  const said = await answers(raw, 'select inbox', 'store 1 +flags (\\FLAGGED)', 'fetch 1 flags');
  assert.match(said, /\r\nA2 OK /);
  assert.doesNotMatch(said, /Flagged.*\r\nA3/);
});

test('a mistake with a literal leaves the others alone', async () => {
  const said = await answers(['imap-literal-plus-continues', 'imap-tag-folded'], 'noop {0+}', '');
  assert.match(said, /\r\n\+ Go on\r\n.*a1 BAD/s);
});
