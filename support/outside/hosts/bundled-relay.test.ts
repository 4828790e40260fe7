/** The bundled server's relay hands mail to hosts of every behaviour: for this room one more client that somebody else has written. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseDialogue } from '../../dialogue/parse';
import { playDialogue } from '../../dialogue/play';
import { Scope } from '../../dialogue/scope';
import { type RunningServer, startBundled } from '../../targets/embedded';
import { withHost } from '../../testing/mail-host';
import { openSession } from '../../testing/open-session';
import { NameServer } from '../dns/name-server';
import type { MailHost } from './host';
import { parseBehaviour } from './parse-behaviour';

type Fate = 'delivered' | 'waiting' | 'returned';

/** Milliseconds for each thing that it waits for; long where the host is only slow. */
const timeouts = {
  greeting: 300,
  mail: 300,
  rcpt: 300,
  data: 300,
  block: 300,
  end: 300,
  other: 300,
  quit: 100,
  connect: 300,
};
const ASCII = 'hello';
const EIGHT_BITS = 'h${xC3A9}llo';

let names: NameServer;
before(async () => {
  names = await NameServer.open({ host: '127.0.0.1', port: 0 });
  names.set('other.test', { records: [{ type: 'MX', preference: 10, host: 'mx1.hosts-x.test' }] });
  names.set('mx1.hosts-x.test', { records: [{ type: 'A', address: '127.0.0.1' }] });
});
after(() => names.close());

/** Mail for two is submitted. @returns what came of it when it was tried, and the host */
async function handOver(behaviour: string, line: string, attempts: number): Promise<{ fate: Fate; host: MailHost }> {
  let result: { fate: Fate; host: MailHost } | undefined;
  await withHost(async (host) => {
    await host.behave(parseBehaviour(behaviour));
    const relay = {
      networks: ['127.0.0.0/8'],
      nameServers: [`127.0.0.1:${names.port}`],
      port: host.port,
      retry: 50,
      timeouts,
    };
    const accounts = [{ address: 'alice@example.test', password: 'secret' }];
    const server = await startBundled({ domains: ['example.test'], accounts, listen: { smtp: { port: 0 } }, relay });
    try {
      await submit(server, line);
      const fate = await fateIn(server, attempts);
      await host.until(() => host.sessions.every(({ endedAt }) => endedAt !== undefined), 2000);
      result = { fate, host };
    } finally {
      await server.close();
    }
  });
  return result!;
}

async function submit(server: RunningServer, line: string): Promise<void> {
  const session = await openSession({ protocol: 'smtp', host: '127.0.0.1', port: server.ports.smtp!, reply: 5000 });
  const envelope = [
    'MAIL FROM:<alice@example.test> BODY=8BITMIME',
    'RCPT TO:<bob@other.test>',
    'RCPT TO:<carol@other.test>',
  ];
  const commands = ['EHLO c.test', ...envelope].map((command) => `C: ${command}\nS: 250\n`).join('');
  const dialogue = `S: 220\n${commands}C: DATA\nS: 354\nC: Subject: hi\nC:\nC: ${line}\nC: ..\nC: .\nS: 250`;
  await playDialogue(parseDialogue(dialogue, 'smtp'), { sessions: { openSession: () => session }, scope: new Scope() });
  session.connection.destroy();
}

async function fateIn(server: RunningServer, attempts: number): Promise<Fate> {
  for (let n = 0; n < 250; n++) {
    const mail = server.queue().find(({ from }) => from !== '');
    if (mail === undefined) return server.inbox('alice@example.test').length > 0 ? 'returned' : 'delivered';
    if (mail.recipients.every((each) => each.attempts >= attempts && each.state === 'waiting')) return 'waiting';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing became of it');
}

interface Case {
  line?: string;
  /** After so many attempts; 1 where nothing is said. */
  attempts?: number;
  sessions?: number;
}

const CASES: [behaviour: string, fate: Fate, more?: Case][] = [
  ['all', 'delivered', { line: EIGHT_BITS }],
  ['refuses connections', 'waiting', { sessions: 0 }],
  ['never answers', 'waiting'],
  ['the greeting with 554', 'waiting'],
  ['the greeting with 421 and closes', 'waiting'],
  ['the greeting with garbage', 'waiting'],
  ['the greeting with an endless line', 'waiting'],
  ['the greeting with a closed connection', 'waiting'],
  ['the greeting with a reset connection', 'waiting'],
  ['the greeting with 220 after 50ms', 'delivered'],
  ['EHLO with 502', 'delivered'],
  ['EHLO with 502', 'delivered', { line: EIGHT_BITS }],
  ['EHLO with 451', 'waiting'],
  ['EHLO with garbage', 'waiting'],
  ['EHLO with silence', 'waiting'],
  ['EHLO with 502; HELO with 502', 'waiting'],
  ['MAIL with 450', 'waiting'],
  ['MAIL with 550', 'returned'],
  ['MAIL with 421 and closes', 'waiting'],
  ['RCPT with 451', 'waiting'],
  // One connection is kept for all attempts.
  ['RCPT with 451 two times, then all', 'delivered', { attempts: 9 }],
  ['RCPT with 451 one time, then RCPT with 550', 'returned', { attempts: 9 }],
  ['RCPT with 550 5.1.1 no such user', 'returned'],
  ['RCPT with 251', 'delivered'],
  ['RCPT with silence', 'waiting'],
  ['RCPT with a reset connection', 'waiting'],
  ['DATA with 451', 'waiting'],
  ['DATA with 554', 'returned'],
  ['DATA with 250', 'waiting'],
  ['DATA with 354 and closes', 'waiting'],
  ['the message with 451', 'waiting'],
  ['the message with 554', 'returned'],
  ['the message with silence', 'waiting'],
  ['the message with a closed connection', 'waiting'],
  ['the message with an endless line', 'waiting'],
  ['the message with 250 and closes', 'delivered'],
  ['QUIT with silence', 'delivered'],
  ['QUIT with a reset connection', 'delivered'],
  ['STARTTLS with 454', 'delivered'],
  ['STARTTLS with a closed connection', 'delivered', { sessions: 2 }],
  ['offers STARTTLS', 'delivered'],
  // RFC 7435 §3: better under TLS with anybody than in clear.
  ['has an expired certificate', 'delivered'],
  ['has a certificate for another name', 'delivered'],
  ['has TLS that is stripped', 'delivered'],
  ['offers nothing', 'delivered'],
  ['offers no PIPELINING', 'delivered'],
  ['offers no 8BITMIME', 'delivered'],
  ['offers no 8BITMIME', 'delivered', { line: EIGHT_BITS }],
  ['offers SIZE 10', 'returned'],
];

for (const [behaviour, fate, { line = ASCII, attempts = 1, sessions = 1 } = {}] of CASES) {
  test(`${behaviour}: mail${line === ASCII ? '' : ' of eight bits'} is ${fate}`, async () => {
    const { fate: was, host } = await handOver(behaviour, line, attempts);
    assert.equal(was, fate);
    assert.equal(host.sessions.length, sessions);
    assert.deepEqual(
      host.sessions.flatMap(({ faults }) => faults),
      [],
    );
    for (const { transaction } of host.accepted)
      assert.match(
        transaction.message!.toString('latin1'),
        /^Received: .*Subject: hi\r\n([^\r\n]+\r\n)*\r\n.*\r\n\.\r\n$/s,
      );
  });
}
