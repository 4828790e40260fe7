/** What the steps are told about the run that they belong to. The parent makes it, a child hands it on in its environment. */
import type { TargetDescription } from '../targets/description';

export interface Job {
  target: TargetDescription;
  /** Everything that the suite draws by lot comes from it. */
  seed: number;
  /** The user allowed mailboxes to be emptied although the target file does not call them disposable. */
  wipe: boolean;
  /** The user has the time to wait for minutes in which nobody says anything. */
  timers?: boolean;
  /** The share of the target's accounts that is this process's own: from inclusive, to exclusive. Absent: all of them. */
  accounts?: [from: number, to: number];
}

export const JOB_VARIABLE = 'MAILSPEC_JOB';

/** The job of this process; by default, as when cucumber-js is started by hand, the bundled server with seed 1. */
export function readJob(env: NodeJS.ProcessEnv = process.env): Job {
  const written = env[JOB_VARIABLE];
  return written === undefined ? { target: { kind: 'embedded' }, seed: 1, wipe: false } : (JSON.parse(written) as Job);
}
