/** Has children play a plan, and hands on their messages while they come. */
import { join } from 'node:path';
import type { CapabilityReport } from './capabilities';
import { type ChildEnd, RunChild } from './child-process';
import type { Job } from './job';
import type { Placed, Plan, Share } from './plan';
import { Tail } from './tail';

export interface PlayOptions<T extends Placed> {
  plan: Plan<T>;
  /** Without accounts: each share has its own. */
  job: Job;
  /** The folder that holds features/, and the files with the step definitions. */
  root: string;
  steps: string[];
  /** The seed of a random order in which each child plays its share. */
  random?: number;
  /** An existing folder for the message files. */
  messages: string;
  /** A child that was started early, for the first share. */
  warm?: RunChild;
  /** Aborted, with why as its reason: children are stopped, and the promise resolves soon after. */
  signal: AbortSignal;
  /** Makes what takes a child's message text; called once for each child. */
  reader(): (text: string) => void;
  /** Milliseconds without any message after which a child is taken for dead. */
  stallAfter?: number;
}

export interface PlayedShare<T extends Placed> {
  share: Share<T>;
  /** Why scenarios of the share may be missing; one line. */
  ending: string;
  /** The run was ended: what is missing was not played, and nothing is wrong with it. */
  stopped: boolean;
}

export interface Played<T extends Placed> {
  shares: PlayedShare<T>[];
  capabilities: CapabilityReport;
}

/** Milliseconds between two looks at the message files. */
const POLL = 50;
/** Longer than any time-out that an RFC asks of a server (10 minutes, RFC 5321 §4.5.3.2.6). */
const STALL = 15 * 60_000;
/** The same where inactivity timers are waited for: the longest is of 30 minutes (RFC 3501 §5.4). */
const STALL_BY_TIMERS = 45 * 60_000;

/** Milliseconds for which a child of this job may say nothing. */
export function patienceOf({ timers = false }: Pick<Job, 'timers'>): number {
  return timers ? STALL_BY_TIMERS : STALL;
}

/** Resolves when all children have ended; never rejects because of one of them. */
export async function playPlan<T extends Placed>(options: PlayOptions<T>): Promise<Played<T>> {
  const { together, last } = options.plan;
  const ends: { share: Share<T>; end: ChildEnd }[] = await Promise.all(
    together.map((share, index) => playShare(share, index + 1, index === 0 ? options.warm : undefined, options)),
  );
  if (last !== undefined) {
    ends.push(await playShare(last, together.length + 1, together.length === 0 ? options.warm : undefined, options));
  }
  const reports = ends.map(({ end }) => end.report);
  const capabilities = reports.find((report) => report?.kind === 'done' && report.capabilities !== undefined);
  return {
    shares: ends.map(({ share, end }) => ({
      share,
      ending: endingOf(end, options.signal),
      stopped: options.signal.aborted,
    })),
    capabilities: capabilities?.kind === 'done' ? (capabilities.capabilities ?? {}) : {},
  };
}

async function playShare<T extends Placed>(
  share: Share<T>,
  number: number,
  warm: RunChild | undefined,
  { job, root, steps, random, messages, signal, reader, stallAfter = patienceOf(job) }: PlayOptions<T>,
): Promise<{ share: Share<T>; end: ChildEnd }> {
  if (signal.aborted) {
    warm?.kill();
    return { share, end: { description: 'was not started' } };
  }
  const path = join(messages, `${process.pid}-${number}.ndjson`);
  const tail = new Tail(path, reader());
  const child = warm ?? new RunChild();
  const stop = () => child.stop();
  signal.addEventListener('abort', stop);
  let stalled = false;
  let heard = Date.now();
  const timer = setInterval(() => {
    if (tail.poll()) heard = Date.now();
    else if (Date.now() - heard > stallAfter) {
      stalled = true;
      child.kill();
    }
  }, POLL);
  child.order({
    job: { ...job, accounts: share.accounts },
    root,
    sources: share.sources,
    steps,
    random,
    messages: path,
    tellCapabilities: number === 1,
  });
  const end = await child.ended;
  clearInterval(timer);
  signal.removeEventListener('abort', stop);
  tail.poll();
  tail.close();
  return { share, end: stalled ? { description: `said nothing for ${stallAfter} ms and was stopped` } : end };
}

function endingOf({ report, description }: ChildEnd, signal: AbortSignal): string {
  if (signal.aborted) return String(signal.reason);
  if (report?.kind === 'failed') return report.reason;
  if (report?.kind === 'done') return 'the process that plays it left it out';
  return `the process that plays it ${description}`;
}
