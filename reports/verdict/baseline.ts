/**
 * The baseline: known failures of a target, kept in a file that people review as a diff. A run is red only for what is not in it,
 * and it is stale when something in it passes now.
 */
import { InputError } from '../input-error';
import type { Run, ScenarioResult } from '../run';

export interface BaselineEntry {
  id: string;
  verdict: 'fail' | 'blocked';
  /** What the target breaks, in our words: the requirement's sentence. */
  sentence?: string;
  /** Why it is known and borne; written by people. */
  why: string;
  /** Why it comes and goes with the same server and suite: such an entry may pass, and an update keeps it. Written by people. */
  varies?: string;
}

export interface Baseline {
  target: string;
  entries: BaselineEntry[];
}

export interface BaselineComparison {
  /** Whether there is one: without it nothing is known, and so nothing is new. */
  against: boolean;
  /** Failed or blocked, and not listed so with a reason. */
  unlisted: ScenarioResult[];
  /** Failed or blocked, and borne. */
  known: { scenario: ScenarioResult; entry: BaselineEntry }[];
  /** Of the unlisted: a known failure that is blocked now, or the other way round. What was known is not what is seen. */
  turned: { scenario: ScenarioResult; entry: BaselineEntry }[];
  /** Listed so, without a reason: nobody has said why it is borne, and so it is not. */
  unexplained: BaselineEntry[];
  /** Listed, and passes now. What was not run is not stale. */
  stale: BaselineEntry[];
}

/** What counts against a target without a baseline. */
export function isRed({ verdict }: { verdict: string }): boolean {
  return verdict === 'fail' || verdict === 'blocked';
}

/**
 * @param text a baseline file's JSON
 * @throws InputError that names the file and what is wrong
 */
export function parseBaseline(text: string, path: string): Baseline {
  const wrong = (what: string) => new InputError(`${path} is not a baseline: ${what}`);
  let read: Partial<Baseline>;
  try {
    read = JSON.parse(text) as Partial<Baseline>;
  } catch (error) {
    throw wrong((error as Error).message);
  }
  if (!Array.isArray(read.entries)) throw wrong('it has no list "entries"');
  read.entries.forEach((entry: Partial<BaselineEntry>, index) => {
    if (typeof entry.id !== 'string') throw wrong(`entry ${index + 1} has no "id"`);
    if (!isRed({ verdict: entry.verdict ?? '' })) throw wrong(`${entry.id}: "verdict" is neither fail nor blocked`);
    if (typeof entry.why !== 'string') throw wrong(`${entry.id}: "why" says why it is borne`);
    if (!['string', 'undefined'].includes(typeof entry.varies))
      throw wrong(`${entry.id}: "varies" says why it comes and goes`);
  });
  return { target: read.target ?? '', entries: read.entries };
}

/** Sets a run against the baseline. Without one, everything red is unlisted. */
export function compare(
  baseline: Baseline | undefined,
  scenarios: readonly ScenarioResult[],
  filters: Run['filters'] = {},
): BaselineComparison {
  const entries = baseline?.entries ?? [];
  const red = scenarios.filter(isRed).map((scenario) => ({
    scenario,
    entry: entries.find((entry) => names(scenario, entry)),
  }));
  const isSo = ({ scenario, entry }: (typeof red)[number]) => entry?.verdict === scenario.verdict;
  const isKnown = (one: (typeof red)[number]) => isSo(one) && isExplained(one.entry!);
  const passing = (entry: BaselineEntry) =>
    scenarios.some((scenario) => names(scenario, entry) && passes(scenario) && isTold(scenario, filters));
  return {
    against: baseline !== undefined,
    unlisted: red.filter((one) => !isKnown(one)).map(({ scenario }) => scenario),
    known: red.filter(isKnown).map(({ scenario, entry }) => ({ scenario, entry: entry! })),
    turned: red
      .filter((one) => one.entry !== undefined && !isSo(one))
      .map(({ scenario, entry }) => ({ scenario, entry: entry! })),
    unexplained: red.filter((one) => isSo(one) && !isKnown(one)).map(({ entry }) => entry!),
    stale: entries.filter((entry) => entry.varies === undefined && passing(entry)),
  };
}

/**
 * The baseline that this run asks for: what is red now, with the whys that were written, and what was not run as it was.
 * @param sentenceOf a requirement's sentence by its id
 * @param why of what has no reason yet
 */
export function update(
  old: Baseline | undefined,
  run: { target: string; scenarios: readonly ScenarioResult[]; filters?: Run['filters'] },
  sentenceOf: (requirement: string) => string | undefined,
  why = '',
): Baseline {
  const entries = old?.entries ?? [];
  const kept = entries.filter((entry) => {
    const found = run.scenarios.find((scenario) => names(scenario, entry) && wasJudged(scenario));
    const bygone = found !== undefined && !isRed(found);
    return found === undefined || (bygone && (entry.varies !== undefined || !isTold(found, run.filters)));
  });
  const red = run.scenarios.filter(isRed).map((scenario): BaselineEntry => {
    const known = entries.find((entry) => names(scenario, entry));
    const sentence = scenario.requirements.map(sentenceOf).find((found) => found !== undefined);
    return {
      id: scenario.id,
      verdict: scenario.verdict as BaselineEntry['verdict'],
      ...(sentence === undefined ? {} : { sentence }),
      why: known !== undefined && isExplained(known) ? known.why : why,
      ...(known?.varies === undefined ? {} : { varies: known.varies }),
    };
  });
  const sorted = [...kept, ...red].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { target: old?.target || run.target, entries: sorted };
}

/** One entry a line, so that a diff shows which came and went. */
export function formatBaseline({ target, entries }: Baseline): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "target": ${JSON.stringify(target)},\n  "entries": ${list}\n}\n`;
}

function isExplained({ why }: BaselineEntry): boolean {
  return why.trim() !== '';
}

function names({ id, was }: ScenarioResult, entry: BaselineEntry): boolean {
  return id === entry.id || was.includes(entry.id);
}

/** A pass, or what is as good as one: neither says that the entry still holds. */
function passes({ verdict }: ScenarioResult): boolean {
  return verdict === 'pass' || verdict === 'info';
}

/** A rule of the whole run that holds in a part of it, a shard or a topic, may be broken elsewhere. */
function isTold({ ruleOfRun }: ScenarioResult, filters: Run['filters'] = {}): boolean {
  return ruleOfRun === undefined || Object.keys(filters).length === 0;
}

function wasJudged({ verdict }: ScenarioResult): boolean {
  return verdict !== 'error' && verdict !== 'notApplicable' && verdict !== 'notPlayed';
}
