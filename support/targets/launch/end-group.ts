import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds from the polite signal to SIGKILL. */
const PATIENCE = 5_000;

/** Asks a process group to end, makes it end after a while, and resolves when nothing of it is left. */
export async function endGroup(leader: number, signal: NodeJS.Signals): Promise<void> {
  let alive = signalGroup(leader, signal);
  const end = performance.now() + PATIENCE;
  for (let pause = 5; alive; pause = Math.min(pause * 2, 100)) {
    await wait(pause);
    alive = signalGroup(leader, performance.now() > end ? 'SIGKILL' : 0);
  }
}

/** Whether there was anybody to get it. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    // Members that became another user are there, though not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
