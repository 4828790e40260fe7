/** Messages a second by SMTP, at one connection and at ten, in memory and on disk, beside others in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Contestant, contest, table } from './contest';
import { perSecond } from './load/at-once';
import { LineClient } from './load/line-client';
import { greeted, transactionTo } from './load/smtp-client';
import { type Started, startProgram, startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';
import { type StartedOther, startOther } from './servers/preset';

const ROUNDS = 5;
const MESSAGES = 1000;

export async function benchSmtp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const started: Started[] = [];
  const start = async (server: Promise<Started>, port = 'main') => {
    started.push(await server);
    return started.at(-1)!.ports[port]!;
  };
  try {
    const memory = await start(startScript(join(__dirname, 'servers/ours')), 'smtp');
    const disk = await start(startScript(join(__dirname, 'servers/ours'), [join(folder, 'mail.sqlite')]), 'smtp');
    const npm = await start(startScript(join(__dirname, 'servers/smtp-server')));
    const keeping = await start(startScript(join(__dirname, 'servers/smtp-server'), ['keep']));
    const echo = await start(startScript(join(__dirname, 'servers/echo')));
    const sink = await start(startProgram('/usr/sbin/smtp-sink', sinkArgs)).catch((error: Error) => {
      console.log(`without smtp-sink: ${error.message}`);
      return undefined;
    });
    const postfix = await startOther('postfix');
    if (postfix) started.push(postfix);
    const tables: string[] = [];
    for (const connections of [1, 10]) {
      const inMemory: Contestant[] = [
        { name: 'reference server, memory', round: () => send(memory, connections) },
        { name: 'npm smtp-server (keeps nothing)', round: () => send(npm, connections) },
        { name: 'npm smtp-server, keeping the octets', round: () => send(keeping, connections) },
        { name: 'four round trips of a line echo', round: () => roundTrips(echo, connections) },
      ];
      if (sink !== undefined) {
        inMemory.push({ name: 'Postfix smtp-sink (C, keeps nothing)', round: () => send(sink, connections) });
      }
      tables.push(table(title('in memory', connections), await contest(inMemory, ROUNDS)));
      const durable: Contestant[] = [{ name: 'reference server, on disk', round: () => send(disk, connections) }];
      if (postfix) durable.push({ name: 'Postfix', round: () => sendToPostfix(postfix, connections) });
      tables.push(table(title('on disk before the 250', connections), await contest(durable, ROUNDS)));
    }
    return tables.join('\n\n');
  } finally {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It does not run as root. */
function sinkArgs(port: number): string[] {
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  return [...user, `127.0.0.1:${port}`, '100'];
}

function title(how: string, connections: number): string {
  return `SMTP, messages of 2.5 KB, ${how}, ${connections} connection${connections > 1 ? 's' : ''}`;
}

function send(port: number, connections: number, to = ACCOUNT.address): Promise<number> {
  return perSecond({ connections, times: MESSAGES }, () => greeted(port), transactionTo(to));
}

/** Waits until the queue is empty: what Postfix delivers later must not be at the cost of who comes next. */
async function sendToPostfix(postfix: StartedOther, connections: number): Promise<number> {
  const account = postfix.accounts[0]!;
  const before = postfix.delivered(account);
  const rate = await send(postfix.ports.smtp!, connections, account.address);
  while (postfix.delivered(account) < before + MESSAGES) await wait(100);
  return rate;
}

function roundTrips(port: number, connections: number): Promise<number> {
  return perSecond(
    { connections, times: MESSAGES },
    () => LineClient.open(port),
    async (client) => {
      for (let n = 0; n < 4; n++) {
        client.write('MAIL FROM:<sender@elsewhere.test>\r\n');
        await client.line();
      }
    },
  );
}

if (require.main === module) void benchSmtp().then(console.log);
