/** The child's side: from a description to a target that steps can use. */
import { DescribedTarget } from './described/described-target';
import type { TargetDescription } from './description';
import type { Target } from './target';

export interface OpenOptions {
  /** Everything that the suite draws by lot comes from it. */
  seed: number;
  /** Whether mailboxes may be emptied although the target file does not call them disposable. */
  wipe: boolean;
  /** Whether scenarios may wait for minutes (--timers). */
  timers?: boolean;
  /** The share of its accounts that is this process's own: from inclusive, to exclusive. */
  accounts?: [from: number, to: number];
}

/** @throws UsageError for a profile or defect that the bundled server does not know */
export async function openTarget(description: TargetDescription, options: OpenOptions): Promise<Target> {
  if (description.kind === 'file') return new DescribedTarget(description, options);
  // Loaded only where it is used: a run against another server needs none of it.
  const { openEmbedded } = require('./embedded') as typeof import('./embedded');
  return await openEmbedded(description);
}
