import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import type { FileDescription } from '../targets/description';
import { atItsPace } from './pace';

/** An IMAP server that refuses every login after so many milliseconds. */
async function refusing(after: number) {
  const server = createServer((socket) => {
    socket.write('* OK ready\r\n');
    socket
      .on('error', () => undefined)
      .on('data', (data) => {
        const [tag = '', verb = ''] = data.toString('latin1').split(' ');
        const answer = verb === 'LOGIN' ? `${tag} NO wrong\r\n` : `* BYE\r\n${tag.trim()} OK\r\n`;
        setTimeout(() => socket.write(answer), verb === 'LOGIN' ? after : 0);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { port, close: () => server.close() };
}

function described(port: number, timing: { reply: number; replyAtMost?: number }): FileDescription {
  const service = { name: 'imap', host: '127.0.0.1', port, tls: 'none', login: 'plain' };
  const accounts = ['a', 'b'].map((user) => ({ user, password: 'x', address: `${user}@example.test`, logins: {} }));
  const settings = { services: [service], accounts, profiles: {}, tls: {}, domains: [], limits: {}, name: 'slow' };
  return {
    kind: 'file',
    settings: { ...settings, timing: { delivery: 100, retry: 1, giveUp: 1, ...timing } },
    profiles: {},
  } as unknown as FileDescription;
}

/** What `timing.reply` becomes, and what is told of it. */
async function raised(after: number, timing: { reply: number; replyAtMost?: number }) {
  const server = await refusing(after);
  const said: string[] = [];
  const description = await atItsPace(described(server.port, timing), {
    strict: false,
    wipe: false,
    file: 'my.yaml',
    say: (line) => said.push(line),
  });
  server.close();
  assert.ok(description.kind === 'file');
  return { reply: description.settings.timing.reply, said };
}

test('a slow login raises the bound, as far as the target file lets it', async () => {
  const { reply, said } = await raised(400, { reply: 300, replyAtMost: 60_000 });
  // Three times what it took, which on a busy machine is more than it was made to take.
  assert.ok(reply >= 2000 && reply % 1000 === 0, `${reply}`);
  assert.match(said.join(), /^a login to imap that was refused took \d+\.\d s: /);
  assert.ok(said.join().includes(`: timing.reply is ${reply} ms in this run (timing.reply-at-most: 60000 ms)`));
  assert.equal((await raised(400, { reply: 300, replyAtMost: 700 })).reply, 700);
});

test('what is fast enough, or is never answered, raises nothing', async () => {
  assert.deepEqual(await raised(1, { reply: 60_000 }), { reply: 60_000, said: [] });
  assert.deepEqual(await raised(4_000, { reply: 3000, replyAtMost: 3000 }), { reply: 3000, said: [] });
});
