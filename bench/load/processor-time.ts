/** What a server's processes have used: those that work in a folder of its own or below it, and those that they waited for. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Ticks a second (proc(5): sysconf(_SC_CLK_TCK), which is 100 everywhere on Linux). */
const TICKS = 100;

/** In milliseconds; Linux, and root where the processes are somebody else's. */
export function processorTime(directory: string): number {
  return (sumOver(directory, ticksOf) * 1000) / TICKS;
}

/** Of memory that is not swapped out, in MiB: what they share counts once for each. */
export function memory(directory: string): number {
  return sumOver(directory, kibibytesOf) / 1024;
}

function sumOver(directory: string, figure: (id: string) => number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isIn(directory, name))
    .reduce((sum, id) => sum + figure(id), 0);
}

function isIn(directory: string, id: string): boolean {
  return ['cwd', 'root'].some((link) => {
    try {
      const path = readlinkSync(`/proc/${id}/${link}`);
      return path === directory || path.startsWith(`${directory}/`);
    } catch {
      return false;
    }
  });
}

function ticksOf(id: string): number {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The second field is the program's name in brackets, which may hold anything. Then utime, stime, cutime, cstime are 14 to 17.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0;
  }
}

function kibibytesOf(id: string): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
