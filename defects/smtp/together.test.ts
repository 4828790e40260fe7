import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { startServer } from '../../reference-server/index';
import { mistakes } from '../index';

/** Sends a message to a server that makes these mistakes: what it answered, and what it stored. */
async function send(names: string[], content: string): Promise<{ answers: string; stored: string[] }> {
  const server = await startServer({
    accounts: [{ address: 'alice@example.test', password: 'secret' }],
    listen: { smtp: { port: 0 } },
    tls: 'none',
    seams: mistakes(names),
  });
  const socket = connect(server.ports.smtp!, '127.0.0.1');
  try {
    let answers = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answers += text;
    });
    const commands = ['EHLO me.test', 'MAIL FROM:<a@b.test>', 'RCPT TO:<alice@example.test>', 'DATA'];
    socket.write(commands.map((line) => `${line}\r\n`).join(''));
    while (!/^354 /m.test(answers)) await once(socket, 'data');
    socket.end(`${content}\r\n.\r\nQUIT\r\n`);
    await once(socket, 'close');
    return { answers, stored: server.inbox('alice@example.test').map(String) };
  } finally {
    socket.destroy();
    await server.close();
  }
}

describe('two mistakes together', () => {
  it('are both made with one part', async () => {
    const names = ['smtp-return-path-missing', 'smtp-tabs-expanded', 'mime-received-dropped'];
    for (const order of [names, [...names].reverse()]) {
      const { stored } = await send(order, 'Received: from x\r\nFrom: a@b.test\r\n\r\n\ttext');
      assert.match(stored[0]!, /^Received: from me\.test/);
      assert.ok(stored[0]!.endsWith('+0000\r\nFrom: a@b.test\r\n\r\n        text\r\n'));
    }
  });

  it('are both made where octets come in and go out', async () => {
    const smuggled = 'From: a@b.test\r\n\r\none\n.\nMAIL FROM:<x@y.test>';
    const { answers, stored } = await send(['smtp-smuggling-lf-dot-lf', 'smtp-lf-ends-command'], smuggled);
    assert.ok(stored[0]!.endsWith('\r\n\r\none\r\n'));
    assert.match(answers, /^250 2\.1\.0 /m);
    const { answers: bare } = await send(
      ['smtp-replies-end-in-lf', 'smtp-multiline-without-hyphens'],
      'From: a@b.test',
    );
    assert.ok(!bare.includes('\r') && !bare.includes('-mail') && /^221 /m.test(bare));
  });
});
