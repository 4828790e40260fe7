/** What the command ends with. */
import type { Run } from '../run';
import type { BaselineComparison } from './baseline';

export const EXIT = {
  ok: 0,
  /** Something failed or was blocked that the baseline does not list. */
  red: 1,
  /** Something that the baseline lists passes now. */
  stale: 2,
  /** The target was out of reach, the suite is broken, or nothing was selected. */
  error: 3,
  usage: 64,
  interrupted: 130,
} as const;

export function exitCode(
  run: Pick<Run, 'interrupted' | 'endedEarly' | 'totals' | 'scenarios'>,
  { unlisted, stale }: BaselineComparison,
): number {
  if (run.interrupted) return EXIT.interrupted;
  if (run.totals.error > 0 || run.scenarios.length === 0 || run.endedEarly !== undefined) return EXIT.error;
  if (unlisted.length > 0) return EXIT.red;
  return stale.length > 0 ? EXIT.stale : EXIT.ok;
}
