/**
 * `npm run test:defects [-- --exact | --update] [--shard=N/M] [WORD…]`: switches on each named mistake of the bundled server in turn; every scenario
 * that its proof lists (`*.proof.yaml` beside its list) must turn red. `--exact`, which takes its time, plays all other scenarios of the protocol too,
 * and none may turn red. `--update` plays the same and writes down what it saw. Words choose the mistakes, a shard
 * takes every Mth of them. Ends with one line `N passed, N failed`.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LISTS } from '../defects';
import { takeShard } from '../support/run/shard';
import { readAllProofs, updateProofs } from './defects/proof-files';
import type { Seen, Task } from './defects/worker';
import { readScenarios } from './scenarios';
import { askedShard } from './shard';

/** A worker mostly waits for answers that a mistake holds back. */
const WORKERS = 2 * availableParallelism();

async function main(): Promise<void> {
  const root = join(__dirname, '..').replace(/\/dist$/, '');
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const update = process.argv.includes('--update');
  const extent = update || process.argv.includes('--exact') ? 'exact' : 'listed';
  const proofs = readAllProofs(root);
  const names = Object.values(LISTS).flatMap((list) => list.map(({ name }) => name));
  const named = names.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  const wanted = takeShard(named, askedShard());
  const seen: Seen[] = [];
  const queue = wanted.map((name): Task => ({ name, listed: proofs[name] ?? [], extent })).values();
  await Promise.all(Array.from({ length: WORKERS }, () => work(queue, seen, update ? written : judged)));
  if (update) {
    const order = readScenarios(root).map(({ id }) => id);
    updateProofs(root, Object.fromEntries(seen.map(({ name, red }) => [name, red])), order);
  }
  const failed = seen.filter(({ red, faults }) => (update ? red.length === 0 : faults.length > 0)).length;
  console.log(`${wanted.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1;
}

async function work(queue: Iterable<Task>, all: Seen[], say: (seen: Seen) => string): Promise<void> {
  const worker = fork(require.resolve('./defects/worker')).setMaxListeners(0);
  for (const task of queue) {
    worker.send(task);
    const [seen] = (await Promise.race([once(worker, 'message'), died(worker, task.name)])) as [Seen];
    all.push(seen);
    console.log(say(seen));
  }
  worker.disconnect();
}

function judged({ name, faults }: Seen): string {
  return [`${faults.length === 0 ? 'ok   ' : 'fails'} ${name}`, ...faults.map((fault) => `        ${fault}`)].join(
    '\n',
  );
}

function written({ name, red }: Seen): string {
  if (red.length === 0) return `fails ${name}\n        it turns nothing red`;
  return `ok    ${name}: ${red.length} scenario${red.length === 1 ? '' : 's'} written down; read the diff`;
}

async function died(worker: ReturnType<typeof fork>, name: string): Promise<[Seen]> {
  const [code] = await once(worker, 'exit');
  throw new Error(`the process that proves ${name} ended with ${code}`);
}

void main();
