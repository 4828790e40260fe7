/**
 * Messages are handed in while the next hop fails at random and the server is killed and started again: each that was accepted must be
 * delivered or returned (RFC 5321 §6.1), however often. What comes twice is counted.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Dice } from './dice';
import { FailingHop } from './hop';
import { KilledServer } from './killed-server';
import { submit } from './submit';

export interface Chaos {
  readonly seed: number;
  readonly messages: number;
  readonly kills: number;
}

export interface Aftermath {
  readonly delivered: number;
  readonly returned: number;
  /** Accepted, and nowhere. */
  readonly lost: readonly string[];
  /** Delivered more than once, and those of them whose answer was lost on the way: the others are the kills' doing. */
  readonly doubled: readonly string[];
  readonly inDoubt: readonly string[];
  /** Both delivered and returned: an answer was lost, and the next one was no. */
  readonly both: readonly string[];
}

/** Clients at once, and domains that they write to. */
const CLIENTS = 5;
const DOMAINS = 7;
/** Milliseconds in which everything must have come to an end once all is handed in. */
const PATIENCE = 300_000;

export async function chaos({ seed, messages, kills }: Chaos): Promise<Aftermath> {
  const dice = new Dice(seed);
  const hop = new FailingHop(dice);
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const server = new KilledServer({ data: join(folder, 'mail.sqlite'), hop: await hop.listen() });
  /** How many are accepted when the server is killed. */
  const killedAt = Array.from({ length: kills }, (_, i) => Math.floor(dice.throwFor('kill', i) * messages));
  killedAt.sort((a, b) => a - b);
  let accepted = 0;
  let killing: Promise<void> | undefined;
  const killWhereDue = () => {
    while (killedAt.length > 0 && accepted >= killedAt[0]!) {
      killedAt.shift();
      killing = (killing ?? Promise.resolve()).then(() => server.kill()).then(() => server.start());
    }
    return killing;
  };
  try {
    await server.start();
    const names = Array.from({ length: messages }, (_, i) => `m${i}`);
    const client = async () => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const domain = `d${Math.floor(dice.throwFor('domain', name) * DOMAINS)}.test`;
        while (!(await submit(server.port, name, domain))) await wait(20);
        accepted++;
        void killWhereDue();
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await killWhereDue();
    return judge(await rest(server), hop, messages);
  } finally {
    await server.kill();
    hop.close();
    rmSync(folder, { recursive: true });
  }
}

/** What was returned, when nothing waits any more. */
async function rest(server: KilledServer): Promise<readonly string[]> {
  for (let left = PATIENCE; left > 0; left -= 100) {
    const { waiting, returned } = await server.ask();
    if (waiting === 0) return returned;
    await wait(100);
  }
  throw new Error('messages still wait');
}

function judge(returned: readonly string[], { taken, inDoubt }: FailingHop, messages: number): Aftermath {
  const names = Array.from({ length: messages }, (_, i) => `m${i}`);
  const back = new Set(returned);
  const doubled = names.filter((name) => (taken.get(name) ?? 0) > 1);
  return {
    delivered: names.filter((name) => taken.has(name)).length,
    returned: names.filter((name) => back.has(name)).length,
    lost: names.filter((name) => !taken.has(name) && !back.has(name)),
    doubled,
    inDoubt: doubled.filter((name) => inDoubt.has(name)),
    both: names.filter((name) => taken.has(name) && back.has(name)),
  };
}
