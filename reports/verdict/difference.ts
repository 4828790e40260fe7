/** What has changed from one run of a target to another. Only what both have played says anything. */
import type { ScenarioResult } from '../run';
import type { Verdict } from './verdict';

export interface Difference {
  /** Went wrong, and holds now. */
  mended: ScenarioResult[];
  /** Could not be judged before, and is wrong. */
  visible: ScenarioResult[];
  /** Held before, and is wrong or cannot be judged any more. */
  fresh: ScenarioResult[];
  /** Was wrong, and cannot be judged any more: nobody knows whether it is mended. */
  hidden: ScenarioResult[];
}

const HOLDS: readonly Verdict[] = ['pass', 'info'];
const WRONG: readonly Verdict[] = ['fail', 'warn'];
/** Something stood in the way. */
const UNSEEN: readonly Verdict[] = ['blocked', 'error'];

/** Each list in the order of the later run. */
export function differenceOf(before: readonly ScenarioResult[], after: readonly ScenarioResult[]): Difference {
  const verdicts = new Map(before.flatMap(({ id, was, verdict }) => [id, ...was].map((name) => [name, verdict])));
  const difference: Difference = { mended: [], visible: [], fresh: [], hidden: [] };
  for (const scenario of after) {
    const old = [scenario.id, ...scenario.was].map((name) => verdicts.get(name)).find((found) => found !== undefined);
    const change = old === undefined ? undefined : changeOf(old, scenario.verdict);
    if (change !== undefined) difference[change].push(scenario);
  }
  return difference;
}

function changeOf(old: Verdict, now: Verdict): keyof Difference | undefined {
  if (HOLDS.includes(now))
    return HOLDS.includes(old) || old === 'notApplicable' || old === 'notPlayed' ? undefined : 'mended';
  if (WRONG.includes(now)) return HOLDS.includes(old) ? 'fresh' : WRONG.includes(old) ? undefined : 'visible';
  if (!UNSEEN.includes(now)) return undefined;
  return HOLDS.includes(old) ? 'fresh' : WRONG.includes(old) ? 'hidden' : undefined;
}

/** `37 mended, 20 newly visible, 2 new`; undefined where nothing has changed. */
export function differenceText({ mended, visible, fresh, hidden }: Difference): string | undefined {
  const parts = [
    [mended, 'mended'],
    [visible, 'newly visible'],
    [fresh, 'new'],
    [hidden, 'not seen any more'],
  ] as const;
  const told = parts.filter(([list]) => list.length > 0).map(([list, what]) => `${list.length} ${what}`);
  return told.length === 0 ? undefined : told.join(', ');
}
