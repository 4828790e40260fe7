/** The verdicts and how they are called. */

export type Verdict = 'pass' | 'fail' | 'warn' | 'info' | 'notApplicable' | 'blocked' | 'error';

/** In the order in which reports list them. */
export const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'warn', 'info', 'notApplicable', 'blocked', 'error'];

export type Totals = Record<Verdict, number>;

/** For people: `not applicable` is two words. */
export function verdictLabel(verdict: Verdict): string {
  return verdict === 'notApplicable' ? 'not applicable' : verdict;
}

/** How often each verdict was given. */
export function totalsOf(scenarios: readonly { verdict: Verdict }[]): Totals {
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Totals;
  for (const { verdict } of scenarios) totals[verdict]++;
  return totals;
}
