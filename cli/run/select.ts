/** From options to the scenarios that are played. */
import type { Scenario } from '../../reports/messages/scenario';
import { filterOf, isOfWholeRun, isWithin, kindOf } from '../../support/run/filter';
import { parseShard, type Shard, takeShard } from '../../support/run/shard';
import { insteadOf } from '../../support/targets/nearest';
import { UsageError } from '../../support/targets/usage-error';
import { loadSpecification, topics } from '../specification';
import { filtersOf, type RunOptions } from './options';

export interface Selection {
  /** Everything in the files that were read. */
  all: Scenario[];
  selected: Scenario[];
  /** Whether every feature file was read. */
  whole: boolean;
}

/** @throws UsageError for a filter that cannot be understood, and for a topic that is not there */
export function select(written: RunOptions): Selection {
  const options = withRules(written);
  const passes = filterOf(filtersOf(options));
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  assertTopics(namedTopics(options));
  const wanted = options.only.length > 0 ? options.only : topicsOf(options);
  const first = loadSpecification(wanted);
  // An id that a scenario had before may name a file that it is no longer in.
  const everywhere =
    options.only.length === 0 && idsOf(options).some((id) => !first.some((scenario) => scenario.id === id));
  const all = everywhere ? loadSpecification() : first;
  if (options.only.length === 0) assertNamed(options, all);
  const passing = all.filter(passes);
  return {
    all,
    selected: shard === undefined ? passing : shared(passing, shard),
    whole: wanted.length === 0 || everywhere,
  };
}

/** What is judged over the whole run every shard judges over its own part. */
function shared(scenarios: readonly Scenario[], shard: Shard): Scenario[] {
  const part = new Set(
    takeShard(
      scenarios.filter(({ id }) => !isOfWholeRun(id)),
      shard,
    ),
  );
  return scenarios.filter((scenario) => isOfWholeRun(scenario.id) || part.has(scenario));
}

/** `witness` names the topics of all rules of the whole run. */
function withRules<O extends RunOptions>({ only, words, exclude, ...options }: O): O {
  const spelled = (names: string[]) =>
    names.flatMap((name) => (name === 'witness' ? topics().filter(isOfWholeRun) : name));
  return { ...options, only: spelled(only), words: spelled(words), exclude: spelled(exclude) } as O;
}

/** `smtp/order#…` is in `smtp/order`: to play one scenario again, its file is enough. None where something may be anywhere. */
function topicsOf({ words, id }: RunOptions): string[] {
  if (id.length > 0 && words.length > 0) return [];
  const ids = idsOf({ words, id });
  const anywhere = words.some((word) => ['rfc', 'requirement'].includes(kindOf(word)));
  return anywhere
    ? []
    : [...ids.map((one) => one.split('#', 1)[0]!), ...words.filter((word) => kindOf(word) === 'topic')];
}

function idsOf({ words, id }: Pick<RunOptions, 'words' | 'id'>): string[] {
  return [...id, ...words.filter((word) => kindOf(word) === 'id')];
}

function namedTopics({ words, exclude, only }: RunOptions): string[] {
  return [...only, ...[...words, ...exclude].filter((word) => kindOf(word) === 'topic')];
}

function assertTopics(named: readonly string[]): void {
  const known = named.length > 0 ? topics() : [];
  const wanted = named.find((name) => !known.some((topic) => isWithin(topic, name)));
  if (wanted === undefined) return;
  // `127.0.0.1:2525`, `smtp:127.0.0.1:2525`: a place, and no topic.
  if (/:\d+$/.test(wanted))
    throw new UsageError('no-topic', `${wanted} says no service and its place; write smtp://127.0.0.1:2525`);
  const folders = known.flatMap((topic) => topic.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/')));
  const instead = insteadOf(wanted, [...new Set(folders)], '`mailspec list topics` shows all');
  throw new UsageError('no-topic', `there is no topic ${wanted}: ${instead}`);
}

/** One that is mistyped among others would be left out, and nobody would know. @param all where each that there is would be found */
function assertNamed(options: Pick<RunOptions, 'words' | 'id'>, all: readonly Scenario[]): void {
  const unknown = idsOf(options).find((asked) => !all.some(({ id, was }) => id === asked || was.includes(asked)));
  if (unknown !== undefined) {
    const ids = new Set(all.flatMap(({ id, was }) => [id, ...was]));
    const instead = insteadOf(unknown, [...ids], '`mailspec run --list` shows all');
    throw new UsageError('no-scenario', `there is no scenario ${unknown}: ${instead}`);
  }
  const covers = (word: string) => all.some(({ requirements }) => requirements.includes(word));
  const bare = options.words.find((word) => kindOf(word) === 'requirement' && !covers(word));
  if (bare !== undefined)
    throw new UsageError('no-scenario', `no scenario covers ${bare}: \`mailspec explain ${bare}\` tells of it`);
}

/** `--list`: a line for each scenario. */
export function listing(selected: readonly Scenario[]): string {
  const lines = selected.map(({ id, level, requirements, name }) =>
    [id, level ?? '-', requirements.join(' '), name].join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
}
