/** The folder of the message files: named by process, so that two runs in one folder do not mix theirs. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folder';

/** Makes the folder and removes what earlier runs left in it, also those of this process; files of a run that is still going on stay. */
export function makeMessagesFolder(out: string): string {
  const folder = join(out, 'messages');
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    const [, pid] = /^(\d+)-\d+\.ndjson$/.exec(name) ?? [];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { force: true });
  }
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
