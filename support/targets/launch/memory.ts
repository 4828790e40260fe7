/** How much memory a process group uses, where /proc tells (Linux); elsewhere nobody can say, and nothing is bounded. */
import { readdirSync, readFileSync } from 'node:fs';

/** Octets in a page: what Linux has wherever Node is prebuilt for, but for some kernels of arm64, where too little is counted. */
const PAGE = 4096;
/** Milliseconds between two looks. */
const EVERY = 250;

/** Octets that all its processes hold, what they share counted for each; undefined where nobody can say. */
export function memoryOf(group: number): number | undefined {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.reduce((sum, pid) => sum + residentIn(pid, group), 0) * PAGE;
  } catch {
    return undefined;
  }
}

/** Pages; 0 for a process of another group, or one that has gone meanwhile. */
function residentIn(pid: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets, and may hold anything: state, parent and group come after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[2]) === group ? Number(fields[21]) : 0;
  } catch {
    return 0;
  }
}

/**
 * Looks again and again, until it is told to stop.
 * @param group asked each time: a server that was restarted is another one
 * @param over told once for each group that holds more than `most` octets
 * @returns what stops it
 */
export function watchMemory(
  group: () => number,
  most: number,
  over: (group: number, octets: number) => void,
): () => void {
  let told: number | undefined;
  const timer = setInterval(() => {
    const now = group();
    const octets = now === told ? 0 : (memoryOf(now) ?? 0);
    if (octets <= most) return;
    told = now;
    over(now, octets);
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
