/** `mailspec diff`: what has changed from one run to another. */
import { formatDifference } from '../reports/formats/console/difference';
import { makePaint, takesColour } from '../reports/formats/console/paint';
import { differenceOf } from '../reports/verdict/difference';
import { EXIT } from '../reports/verdict/exit-code';
import { readRuns } from './report/read-runs';

/** @returns the exit code @throws UsageError, InputError for what is no run */
export function diffRuns(before: string, after: string): number {
  const [old, now] = readRuns([before, after]);
  const difference = differenceOf(old!.scenarios, now!.scenarios);
  process.stdout.write(formatDifference(difference, makePaint(takesColour(process.stdout, process.env))));
  return difference.fresh.length > 0 ? EXIT.red : EXIT.ok;
}
