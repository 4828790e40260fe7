import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerOptions } from '../../options';
import { startServer } from '../../server';
import { talk } from '../../testing/talk';

const ALICE = 'alice@example.test';
const AUTH = `AUTH PLAIN ${Buffer.from(`\0${ALICE}\0secret`).toString('base64')}`;
const WHOLE = 'From: <alice@example.test>\r\nDate: Tue, 03 Jun 2025 10:00:00 +0000\r\nMessage-ID: <1@example.test>\r\n';
let made = 0;

const OPTIONS: ServerOptions = {
  tls: 'none',
  accounts: [
    { address: ALICE, password: 'secret' },
    { address: 'bob@example.test', password: 'secret' },
  ],
  listen: { submission: { port: 0 }, smtp: { port: 0 } },
  clock: { now: () => Date.UTC(2025, 5, 3), after: () => () => {} },
  random: (octets) => Buffer.alloc(octets, ++made),
};

async function answers(options: ServerOptions, ...lines: string[]): Promise<string> {
  const server = await startServer({ ...OPTIONS, ...options });
  try {
    return await talk(server.ports.submission!, 'EHLO client.test', ...lines, 'QUIT');
  } finally {
    await server.close();
  }
}

/** What bob gets of a message that alice submits, without the trace fields; or how it was refused. */
async function arrived(message: string, port: 'submission' | 'smtp' = 'submission'): Promise<string> {
  const server = await startServer({ ...OPTIONS, relay: { networks: ['127.0.0.1'] } });
  const login = port === 'submission' ? [AUTH] : [];
  try {
    const said = ['EHLO client.test', ...login, `MAIL FROM:<${ALICE}>`, 'RCPT TO:<bob@example.test>', 'DATA'];
    const reply = await talk(server.ports[port]!, ...said, `${message}.`, 'QUIT');
    const [got] = server.inbox('bob@example.test');
    return got?.toString('latin1').replace(/^Return-Path:.*\r\nReceived:.*\r\n(?:\t.*\r\n)+/, '') ?? reply;
  } finally {
    await server.close();
  }
}

describe('submission', () => {
  it('leaves a whole message as it is', async () => {
    const message = `${WHOLE}\r\nbody \r\n\tend\r\n`;
    assert.equal(await arrived(message), message);
  });

  it('adds what is missing behind the fields that are there', async () => {
    const got = await arrived('From: <alice@example.test>\r\n\r\nbody\r\n');
    assert.match(
      got,
      /^From: <alice@example\.test>\r\nDate: Tue, 3 Jun 2025 00:00:00 \+0000\r\nMessage-ID: <\w{32}@mail\.example\.test>\r\n\r\nbody\r\n$/,
    );
  });

  it('puts another Message-ID in the place of one that is none', async () => {
    const got = await arrived(WHOLE.replace('<1@example.test>', 'one').concat('\r\nbody\r\n'));
    assert.doesNotMatch(got, /one/);
    assert.equal(got.match(/^Message-ID: <\w{32}@mail\.example\.test>\r$/gm)?.length, 1);
  });

  it('says who sent it where From does not', async () => {
    const got = await arrived(WHOLE.replace('alice@', 'boss@').concat('Sender: <forged@example.test>\r\n\r\nbody\r\n'));
    assert.match(got, /^Sender: <alice@example\.test>\r$/m);
    assert.doesNotMatch(got, /forged/);
  });

  it('parts a body without a header from what it adds', async () => {
    assert.match(await arrived('no header\r\n'), /^Date: .*\r\nMessage-ID: .*\r\nSender: .*\r\n\r\nno header\r\n$/);
  });

  it('refuses addresses without a whole domain in the header', async () => {
    for (const field of ['To: bob', 'Cc: <bob@sales>', 'Bcc: a group: bob@sales;'])
      assert.match(await arrived(`${WHOLE}${field}\r\n\r\nbody\r\n`), /554 5\.6\.0/, field);
    for (const field of ['To: undisclosed-recipients:;', 'Bcc: ', 'Cc: "a@b" <bob@[192.0.2.1]>'])
      assert.doesNotMatch(await arrived(`${WHOLE}${field}\r\n\r\nbody\r\n`), /554/, field);
  });

  it('leaves port 25 alone', async () => {
    const message = 'To: bob\r\n\r\nbody\r\n';
    assert.equal(await arrived(message, 'smtp'), message);
  });

  it('wants a login, or a client that is known', async () => {
    assert.match(await answers({}, `MAIL FROM:<${ALICE}>`), /530 5\.7\.0/);
    assert.match(await answers({ relay: { networks: ['127.0.0.0/8'] } }, `MAIL FROM:<${ALICE}>`), /250 2\.1\.0/);
  });

  it('lets a user send as nobody else, unless it is told to', async () => {
    assert.match(await answers({}, AUTH, 'MAIL FROM:<bob@example.test>'), /550 5\.7\.1/);
    assert.match(await answers({}, AUTH, 'MAIL FROM:<>'), /250 2\.1\.0/);
    const any = { submission: { senders: 'any' } } as const;
    assert.match(await answers(any, AUTH, 'MAIL FROM:<bob@example.test>'), /250 2\.1\.0/);
  });

  it('lets no abbreviated domain into the envelope', async () => {
    assert.match(await answers({}, AUTH, 'MAIL FROM:<alice@sales>'), /554 5\.1\.8/);
    assert.match(await answers({}, AUTH, `MAIL FROM:<${ALICE}>`, 'RCPT TO:<bob@sales>'), /554 5\.1\.2/);
  });
});
