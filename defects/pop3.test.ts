import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { startServer } from '../reference-server';
import { mistakes } from '.';

const ALICE = { address: 'alice@example.test', password: 'secret' };
const SESSION = ['USER alice', 'PASS secret', 'UIDL 1', 'QUIT', ''].join('\r\n');

/** All that a server with these mistakes says in a short session. */
async function says(...names: string[]): Promise<string> {
  const listen = { pop3: { port: 0 } };
  const server = await startServer({ tls: 'none', accounts: [ALICE], listen, seams: mistakes(names) });
  try {
    server.deposit(ALICE.address, Buffer.from('Subject: hi\r\n\r\n'));
    const socket = connect(server.ports.pop3!, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(SESSION);
    let all = '';
    for await (const chunk of socket) all += chunk;
    return all;
  } finally {
    await server.close();
  }
}

describe('two mistakes of a POP3 server', () => {
  it('are made together, the first named outermost', async () => {
    assert.match(await says('pop3-uidl-too-long', 'pop3-uidl-is-number'), /\r\n\+OK 1 1x{79}\r\n/);
    assert.match(await says('pop3-uidl-is-number', 'pop3-uidl-too-long'), /\r\n\+OK 1 1\r\n/);
  });

  it('may be with the same answer', async () => {
    const all = await says('pop3-greeting-negative', 'pop3-greeting-too-long', 'pop3-status-lines-end-in-lf');
    assert.match(all, /^-ERR x{600} \S+ POP3 mailspec\n\+OK /);
  });
});
