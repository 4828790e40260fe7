/** Starts and stops an instance's master(8), which makes a process group of its own. */
import { readFileSync } from 'node:fs';
import { endGroup } from '../../targets/launch/end-group';
import { guard } from '../../targets/launch/guard';
import { awaitGreeting } from '../../targets/launch/readiness';
import type { Service } from '../../targets/target';
import { runProgram } from '../run-program';
import type { Workplace } from '../workplace';

/** By workplace: what ends the watch over it. */
const guards = new WeakMap<Workplace, () => void>();

/** @throws TargetError when it does not start, or does not greet */
export async function startMaster(workplace: Workplace, smtp: Service): Promise<void> {
  await runProgram('/usr/sbin/postfix', ['-c', workplace.directory, 'start']);
  const leader = masterId(workplace);
  if (leader !== undefined) guards.set(workplace, guard(leader));
  const ended = () => (masterId(workplace) === undefined ? 'is not there' : undefined);
  await awaitGreeting(smtp, { within: 20_000, ended, program: 'postfix' });
}

/** Resolves when no process of the instance is left; nothing to do where none was started. */
export async function stopMaster(workplace: Workplace): Promise<void> {
  const leader = masterId(workplace);
  if (leader !== undefined) await endGroup(leader, 'SIGTERM');
  guards.get(workplace)?.();
}

function masterId(workplace: Workplace): number | undefined {
  try {
    return Number(readFileSync(workplace.path('queue/pid/master.pid'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
