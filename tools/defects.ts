/**
 * `npm run test:defects [-- --exact] [-- WORD…]`: switches on each named mistake of the bundled server in turn; every scenario tagged
 * `@defect-<name>` must turn red. With `--exact`, which takes its time, no other scenario of the protocol may: words choose the mistakes. Ends
 * with one line `N passed, N failed`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DEFECT_LISTS } from '../defects';
import { unknownTags } from './defects/proof';
import type { Task } from './defects/worker';
import { readScenarios } from './scenarios';

/** A worker mostly waits for answers that a mistake holds back. */
const WORKERS = 2 * availableParallelism();

interface Proof {
  name: string;
  faults: string[];
}

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => word !== '--exact');
  const extent = process.argv.includes('--exact') ? 'exact' : 'naming';
  const names = DEFECT_LISTS.flat().map(({ name }) => name);
  const wanted = names.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  const unknown = unknownTags(readScenarios(join(__dirname, '..').replace(/\/dist$/, '')), names);
  for (const tag of unknown) console.log(`fails ${tag}: no list of defects has it`);
  const proofs: Proof[] = [];
  const tasks = wanted.map((name): Task => ({ name, extent }));
  const queue = tasks.values();
  await Promise.all(Array.from({ length: WORKERS }, () => work(queue, proofs)));
  const failed = unknown.length + proofs.filter(({ faults }) => faults.length > 0).length;
  console.log(`${wanted.length + unknown.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1;
}

async function work(queue: Iterable<Task>, proofs: Proof[]): Promise<void> {
  const worker = fork(require.resolve('./defects/worker')).setMaxListeners(0);
  for (const task of queue) {
    worker.send(task);
    const [proof] = (await Promise.race([once(worker, 'message'), died(worker, task.name)])) as [Proof];
    proofs.push(proof);
    console.log(
      [
        `${proof.faults.length === 0 ? 'ok   ' : 'fails'} ${task.name}`,
        ...proof.faults.map((fault) => `        ${fault}`),
      ].join('\n'),
    );
  }
  worker.disconnect();
}

async function died(worker: ReturnType<typeof fork>, name: string): Promise<[Proof]> {
  const [code] = await once(worker, 'exit');
  throw new Error(`the process that proves ${name} ended with ${code}`);
}

void main();
