/** The verdicts and how they are called. */

export type Verdict = 'pass' | 'fail' | 'warn' | 'info' | 'notApplicable' | 'blocked' | 'error' | 'notPlayed';

/** In the order in which reports list them. */
export const VERDICTS: readonly Verdict[] = [
  'pass',
  'fail',
  'warn',
  'info',
  'notApplicable',
  'blocked',
  'error',
  'notPlayed',
];

const LABELS: Partial<Record<Verdict, string>> = { notApplicable: 'not applicable', notPlayed: 'not played' };

export type Totals = Record<Verdict, number>;

/** For people: some are two words. */
export function verdictLabel(verdict: Verdict): string {
  return LABELS[verdict] ?? verdict;
}

/** How often each verdict was given. */
export function totalsOf(scenarios: readonly { verdict: Verdict }[]): Totals {
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Totals;
  for (const { verdict } of scenarios) totals[verdict]++;
  return totals;
}
