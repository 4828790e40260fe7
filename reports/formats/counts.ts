/** Totals in words: `12 pass, 1 fail`. */
import { type Totals, VERDICTS, type Verdict, verdictLabel } from '../verdict/verdict';

/** What is not nought, in the order of the verdicts. */
export function countsOf(totals: Totals, paint: (text: string, verdict: Verdict) => string = (text) => text): string {
  const counts = VERDICTS.filter((verdict) => totals[verdict] > 0);
  if (counts.length === 0) return 'nothing';
  return counts.map((verdict) => paint(`${totals[verdict]} ${verdictLabel(verdict)}`, verdict)).join(', ');
}

/** `1 scenario`, `2 scenarios`. */
export function scenariosOf(count: number): string {
  return `${count} scenario${count === 1 ? '' : 's'}`;
}

/** `850 ms`, `6.1 s`, `2 min 5 s`. */
export function timeOf(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
