/** The run whose reports lie where this one's will: what it is compared with, and what it goes on with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../reports/formats/json';
import { InputError } from '../../reports/input-error';
import type { Run } from '../../reports/run';
import { differenceOf, differenceText } from '../../reports/verdict/difference';
import { totalsOf, type Verdict } from '../../reports/verdict/verdict';
import { UsageError } from '../../support/targets/usage-error';

/** Undefined where there is none, or none that can be read. */
export function readLastRun(out: string): Run | undefined {
  const path = join(out, 'run.json');
  if (!existsSync(path)) return undefined;
  try {
    return parseJson(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const UNDONE: readonly Verdict[] = ['fail', 'blocked', 'error', 'notPlayed'];

/** The ids of what failed, or could not be played. @throws UsageError without a run */
export function failedIn(last: Run | undefined, out: string, strict: boolean): Set<string> {
  if (last === undefined)
    throw new UsageError('no-run', `there is no run in ${out} to go on with; --out names another`);
  const wanted = last.scenarios.filter(({ verdict }) => UNDONE.includes(verdict) || (strict && verdict === 'warn'));
  return new Set(wanted.flatMap(({ id, was }) => [id, ...was]));
}

/** The last run with what was played again. @throws UsageError where that was another target */
export function broughtUpToDate(last: Run, run: Run): Run {
  if (last.target !== run.target) {
    throw new UsageError('other-target', `the last run there was against ${last.target}, and this is ${run.target}`);
  }
  const scenarios = [
    ...new Map([...last.scenarios, ...run.scenarios].map((scenario) => [scenario.id, scenario])).values(),
  ];
  const { interrupted, endedEarly } = run;
  const durationMs = last.durationMs + run.durationMs;
  return { ...last, durationMs, interrupted, endedEarly, totals: totalsOf(scenarios), scenarios };
}

/** What has changed, in a line; undefined where the last run was against something else, or played nothing of this. */
export function sinceLast(last: Run | undefined, run: Run): string | undefined {
  if (last === undefined || last.target !== run.target) return undefined;
  const before = new Set(last.scenarios.map(({ id }) => id));
  if (!run.scenarios.some(({ id, was }) => [id, ...was].some((name) => before.has(name)))) return undefined;
  const text = differenceText(differenceOf(last.scenarios, run.scenarios));
  return `since the last run (${last.startedAt.slice(0, 16).replace('T', ' ')} UTC): ${text ?? 'nothing has changed'}`;
}
