import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { constants, createDeflateRaw, createInflateRaw } from 'node:zlib';
import { openSession } from '../testing/open-session';
import { parseDialogue } from './parse';
import { playDialogue } from './play';
import { Scope } from './scope';

const AT_ONCE = { flush: constants.Z_SYNC_FLUSH };

/** Plays against a server that answers COMPRESS with `clear`, and what it then reads compressed with `answers`, one to each read. */
async function play(
  dialogue: string,
  {
    clear = 'a1 OK now\r\n',
    answers = ['a2 OK done\r\n'],
    compressed = true,
    inClear = undefined as Buffer | undefined,
  } = {},
) {
  const heard: string[] = [];
  const server = createServer((socket) => {
    const expand = createInflateRaw(AT_ONCE);
    const compress = createDeflateRaw(AT_ONCE);
    for (const stream of [socket, expand, compress]) stream.on('error', () => socket.destroy());
    expand.on('data', (octets: Buffer) => {
      heard.push(octets.toString());
      const answer = answers.shift();
      if (answer !== undefined) (compressed ? compress : socket).write(answer);
      if (inClear === undefined) return;
      // From here on the client compresses no more.
      socket.unpipe(expand);
      socket.once('data', (said) => {
        heard.push(said.toString());
        socket.write(inClear);
      });
      socket.resume();
    });
    socket.write('* OK hi\r\n');
    socket.once('data', () => {
      socket.write(clear);
      compress.pipe(socket);
      socket.pipe(expand);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const session = await openSession({ protocol: 'imap', host: '127.0.0.1', port, reply: 1000 });
  try {
    const { statuses } = await playDialogue(parseDialogue(dialogue, 'imap'), {
      sessions: { openSession: () => session },
      scope: new Scope(),
    });
    return { last: statuses.at(-1)?.status, heard: heard.join('') };
  } finally {
    session.connection.destroy();
    server.close();
  }
}

const BEGIN = 'S: * OK\nC: a1 COMPRESS DEFLATE\nS: a1 OK\nC: ${deflate}\n';
const NOOP = `${BEGIN}C: a2 NOOP\nS: a2 OK`;

test('a dialogue goes on compressed', async () => {
  const { last, heard } = await play(NOOP);
  assert.match(String(last), /^a2 OK/);
  assert.equal(heard, 'a2 NOOP\r\n');
});

test('a response that comes in several blocks is one', async () => {
  const answers = ['* LIST () "/" ', 'INBOX\r\na2 OK done\r\n'];
  const { last } = await play(`${BEGIN}C~ a2 LIST "" INBOX\nC~ \${CRLF}\nS* * LIST () "/" INBOX\nS: a2 OK`, {
    answers: [answers.join('')],
  });
  assert.match(String(last), /^a2 OK/);
});

for (const [how, last] of [
  ['without another word', ''],
  ['with an empty block', '0300'],
  ['with an empty block that is stored', '010000ffff'],
])
  test(`a server that ends its compression ${how} is understood`, async () => {
    const { last: said } = await play(`${BEGIN}C: a2 UNAUTHENTICATE\nS: a2 OK\nC: \${clear}\nC: a3 NOOP\nS: a3 OK`, {
      inClear: Buffer.concat([Buffer.from(last!, 'hex'), Buffer.from('a3 OK done\r\n')]),
    });
    assert.match(String(said), /^a3 OK/);
  });

test('an answer in clear is a mismatch', async () => {
  await assert.rejects(play(NOOP, { compressed: false }), { code: 'reset' });
});

test('more words in clear behind the OK are a mismatch', async () => {
  await assert.rejects(play(NOOP, { clear: 'a1 OK now\r\n* OK and more\r\n' }), { code: 'reset' });
});

for (const act of ['deflate', 'clear'])
  test(`of the protocols only IMAP has ${act}`, () => {
    assert.throws(() => parseDialogue(`C: \${${act}}`, 'smtp'), /only IMAP compresses/);
  });
