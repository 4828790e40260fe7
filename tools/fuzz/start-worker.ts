import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Found } from './run-subject';
import { seenIn } from './watch';
import type { Task } from './worker';

/** Milliseconds without an end of one input after which it is taken for endless: other work on the machine makes none that slow. */
const ENDLESS = 120_000;

/** Runs a subject beside this process; what it found, a crash and an input that never ends among it. */
export function startWorker(task: Task): Promise<Found | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-fuzz-'));
  const watched = join(folder, 'input');
  const worker = fork(join(__dirname, 'worker.js'), [JSON.stringify(task), watched], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  worker.stderr!.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  return new Promise((resolve) => {
    let seen = 0;
    const end = (found: Found | undefined) => {
      clearInterval(timer);
      worker.removeAllListeners();
      worker.kill('SIGKILL');
      rmSync(folder, { recursive: true });
      resolve(found);
    };
    const endAt = (error: string) => end({ input: seenIn(watched).input.toString('latin1'), error });
    const timer = setInterval(() => {
      const { begun } = seenIn(watched);
      if (begun === seen) endAt(`no end after ${ENDLESS / 1000} s`);
      seen = begun;
    }, ENDLESS);
    worker.once('message', (found: Found | null) => end(found ?? undefined));
    worker.once('close', (code, signal) => endAt(`the process ended with ${signal ?? code}\n${said}`));
  });
}
