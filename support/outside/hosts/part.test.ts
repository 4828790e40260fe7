import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorityCertificate } from '../../authority';
import { parseDialogue } from '../../dialogue/parse';
import { Scope } from '../../dialogue/scope';
import { converse, withHost } from '../../testing/mail-host';
import type { MailHost, MailHostOptions } from './host';

interface Played {
  host: MailHost;
  scope: Scope;
  transcript: string;
}

/** Has a host play its part while clients play theirs, one after the other. */
async function played(part: string, ...clients: string[]): Promise<Played> {
  return await playedAt({}, part, ...clients);
}

async function playedAt(options: Partial<MailHostOptions>, part: string, ...clients: string[]): Promise<Played> {
  const scope = new Scope((name) => (name === 'mx1' ? 'mx1.hosts-x.test' : undefined));
  let result: Played | undefined;
  await withHost(
    async (host, { transcript }) => {
      await host.answers(parseDialogue(part.replace(/^ +/gm, ''), 'smtp', 'server'));
      for (const client of clients)
        await converse(host, client, { servername: host.name, ca: await authorityCertificate() });
      await host.until(() => host.played && host.sessions.every(({ endedAt }) => endedAt !== undefined), 200);
      result = { host, scope, transcript: transcript.toString() };
    },
    { scope, ...options },
  );
  return result!;
}

const QUIT = 'C: QUIT\nS: 221\nS: ${closed}';
const FALLS_BACK = 'S: 220\nC: EHLO c.test\nS: 502\nC: helo c.test\nS: 250\n';

test('the host speaks its lines, judges those of the client, and goes on as a right server', async () => {
  const part = `
    S: 220 \${mx1} ESMTP
    C: EHLO \${name:atom}
    S: 502 5.5.1 no
    C: HELO \${name}
    S: 250 \${mx1}
    …`;
  const { host, scope } = await played(part, `${FALLS_BACK}C: MAIL FROM:<a@a.test>\nS: 250\n${QUIT}`);
  assert.equal(host.mismatch, undefined);
  assert.equal(scope.get('name')?.toString(), 'c.test');
  const [session] = host.sessions;
  assert.deepEqual(session!.hello, { verb: 'HELO', name: 'c.test' });
  assert.equal(session!.transactions[0]!.reversePath, 'a@a.test');
  assert.deepEqual(session!.faults, []);
});

test('how a client leaves behind … is not asked', async () => {
  const { host } = await played(
    'S: 220\nC: EHLO ${name:atom}\nS: 250\n…',
    'S: 220\nC: EHLO c.test\nS: 250\nC: ${close}',
  );
  assert.equal(host.mismatch, undefined);
});

test('mail of a scenario that is over is taken, and proves nothing', async () => {
  const part = 'S: 220\nC: EHLO ${*}\nS: 250\nC: MAIL FROM:<a@a.test> BODY=8BITMIME\nS: 250\n…';
  const mail = (parameter: string, to: string) =>
    `S: 220\nC: EHLO c.test\nS: 250\nC: MAIL FROM:<a@a.test>${parameter}\nS: 250\nC: RCPT TO:<b@${to}>\nS: 250\n${QUIT}`;
  const [left, own] = [mail('', 'elsewhere-y.test'), mail(' BODY=8BITMIME', 'elsewhere-x.test')];
  assert.equal((await played(part, left, own)).host.mismatch, undefined);
  assert.equal((await played(part, left)).host.mismatch?.code, 'not-reached');
  assert.equal((await played(part, mail('', 'elsewhere-x.test'))).host.mismatch?.code, 'command-differs');
});

test('who comes to a smarthost and names nobody may have brought what another scenario left', async () => {
  const part = 'S: 220\nC: EHLO ${*}\nS: 250\nC: MAIL FROM:<a@a.test>\nS: 250\n…';
  const [left, own] = [
    `S: 220\nC: EHLO c.test\nS: 250\n${QUIT}`,
    'S: 220\nC: EHLO c.test\nS: 250\nC: MAIL FROM:<a@a.test>\nS: 250',
  ];
  assert.equal((await playedAt({ shared: true }, part, left, own)).host.mismatch, undefined);
  assert.equal((await playedAt({ shared: true }, part, left)).host.mismatch?.code, 'command-differs');
  assert.equal((await played(part, left, own)).host.mismatch?.code, 'command-differs');
});

test('each session plays the same again, and binds anew', async () => {
  const part = 'S: 220\nC: EHLO ${name:atom}\nS: 250\nC: QUIT\nS: 221';
  const client = (name: string) => `S: 220\nC: EHLO ${name}\nS: 250\n${QUIT}`;
  const { host } = await played(part, client('one.test'), client('two.test'));
  assert.equal(host.mismatch, undefined);
  assert.equal(host.sessions.length, 2);
});

const SENDS =
  'S: 220\nC: EHLO c\nS: 250\nC: MAIL FROM:<a@a>\nS: 250\nC: RCPT TO:<b@b>\nS: 250\nC: DATA\nS: 354\nC: ..x\nC: .\n';

test('content is taken as the message of the transaction, whatever it is answered with', async () => {
  const part = `
    S: 220
    C: EHLO \${*}
    S: 250-\${mx1}
    S: 250 SIZE
    C: MAIL FROM:<a@a>\${*}
    S: 250
    C: RCPT TO:<b@b>
    S: 250
    C: DATA
    S: 354
    C: \${message}
    S: 451 4.0.0 later
    C? QUIT
    C: RSET
    S: 250`;
  const { host } = await played(part, `${SENDS}S: 451\n${QUIT}`);
  assert.equal(host.mismatch, undefined);
  const [transaction] = host.sessions[0]!.transactions;
  assert.deepEqual(
    [transaction!.message?.toString(), transaction!.accepted, transaction!.reply?.code],
    ['.x\r\n', false, 451],
  );
});

test('pieces, pauses, silence and ends', async () => {
  const pieces = 'S~ 220 a\nS: ${silent 30ms}\nS~ b${CRLF}\nC: ${silent 20ms}\nS: ${close}\nC: ${closed}';
  const { host } = await played(pieces, 'S: 220 ab\nS: ${closed}\nC: ${close}');
  assert.equal(host.mismatch, undefined);
  const reset = await played('S: 220\nC: NOOP\nS: ${reset}', 'S: 220\nC: NOOP\nS: ${closed}');
  assert.equal(reset.host.mismatch, undefined);
  const hangsUp = await played('S: 554 no\nC? QUIT\nC: ${closed}', 'S: 554\nC: ${close}');
  assert.equal(hangsUp.host.mismatch, undefined);
});

test('TLS within a dialogue', async () => {
  const part = 'S: 220\nC: STARTTLS\nS: 220\nS: ${starttls}\nC: EHLO ${*}\nS: 250 a\n…';
  const { host } = await played(part, `S: 220\nC: STARTTLS\nS: 220\nC: \${starttls}\nC: EHLO c\nS: 250\n${QUIT}`);
  assert.equal(host.mismatch, undefined);
  assert.ok(host.sessions[0]!.tls);
});

test('what a client says otherwise is a mismatch with its caret, and the session goes on', async () => {
  const { host } = await played(
    'S: 220\nC: EHLO ${*}\nS: 250\nC: MAIL FROM:<a@b>\nS: 250\n…',
    `S: 220\nC: EHLO c\nS: 250\nC: mail from:<A@b>\nS: 250\n${QUIT}`,
  );
  const { code, reason, detail, difference } = host.mismatch!;
  assert.deepEqual([code, reason], ['command-differs', 'the client says something else']);
  assert.match(detail!, /> C: MAIL FROM:<a@b>\n +\^+\n {4}S: 250\n/);
  assert.match(detail!, /\nsaid: {2}250\ncame: {2}mail from:<A@b>\n {18}\^$/);
  assert.deepEqual(difference, { command: 'MAIL', difference: 'the client says something else (MAIL FROM:<a@b>)' });
});

for (const [what, part, client, code] of [
  ['a client that hangs up', 'S: 220\nC: EHLO ${*}\nS: 250', 'S: 220\nC: ${close}', 'closed'],
  [
    'a client that goes on where the dialogue ends',
    'S: 220\nC: EHLO ${*}\nS: 250',
    `S: 220\nC: EHLO c\nS: 250\nC: MAIL FROM:<>\nS: 250\n${QUIT}`,
    'bytes-left',
  ],
  ['a client that speaks too early', 'C: ${silent 50ms}\nS: 220', `C: EHLO c\nS: 250\n${QUIT}`, 'not-silent'],
  ['a client that does not hang up', 'S: 220\nC: ${closed}', `S: 220\n${QUIT}`, 'bytes-left'],
] as const) {
  test(`${what} does not follow`, async () => {
    const { host } = await played(part, client);
    assert.equal(host.mismatch?.code, code);
  });
}

test('a dialogue that nobody plays is not reached, one that is broken off by the scenario neither', async () => {
  const none = await played('S: 220\nC: QUIT\nS: 221');
  assert.deepEqual([none.host.mismatch?.code, none.host.mismatch?.reason], ['not-reached', 'nobody came to mx1']);
  await withHost(async (host) => {
    await host.answers(parseDialogue('S: 220\nC: EHLO ${*}', 'smtp', 'server'));
    await converse(host, 'S: 220');
    assert.match(host.mismatch!.reason, /did not come to its end/);
    assert.match(host.mismatch!.detail!, /> C: EHLO/);
  });
});

test('a dialogue that cannot be played is the scenario’s fault', async () => {
  await assert.rejects(played('S: 220 ${nobody}', ''), /\$\{nobody\} is not known here/);
});

test('a handshake that fails is no mismatch where the client may close', async () => {
  const part = (wayOut: string) => `
    S: 220
    C: EHLO c.test
    S: 250 STARTTLS
    C: STARTTLS
    S: 220 go on
    S: \${starttls}
    ${wayOut}
    C: EHLO c.test
    …`;
  const client = 'S: 220\nC: EHLO c.test\nS: 250\nC: STARTTLS\nS: 220\nC: NOOP\nC: ${close}';
  assert.equal((await played(part('C? ${closed}'), client)).host.mismatch, undefined);
  assert.equal((await played(part('C? QUIT'), client)).host.mismatch?.code, 'tls-failed');
});
