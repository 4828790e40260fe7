/** From options to the scenarios that are played. */
import type { Scenario } from '../../reports/messages/scenario';
import { filterOf } from '../../support/run/filter';
import { parseShard, takeShard } from '../../support/run/shard';
import { loadSpecification } from '../specification';
import { filtersOf, type RunOptions } from './options';

export interface Selection {
  /** Everything in the files that were read. */
  all: Scenario[];
  selected: Scenario[];
  /** Whether every feature file was read. */
  whole: boolean;
}

/** @throws UsageError for a filter that cannot be understood */
export function select(options: RunOptions): Selection {
  const passes = filterOf(filtersOf(options));
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  const topics = options.only.length > 0 ? options.only : topicsOf(options.id);
  const first = loadSpecification(topics);
  // An id that a scenario had before may name a file that it is no longer in.
  const everywhere =
    options.only.length === 0 && options.id.some((id) => !first.some((scenario) => scenario.id === id));
  const all = everywhere ? loadSpecification() : first;
  const passing = all.filter(passes);
  return {
    all,
    selected: shard === undefined ? passing : takeShard(passing, shard),
    whole: topics.length === 0 || everywhere,
  };
}

/** `smtp/order#…` is in `smtp/order`: to play one scenario again, its file is enough. */
function topicsOf(ids: readonly string[]): string[] {
  return ids.map((id) => id.split('#', 1)[0]!);
}

/** `--list`: a line for each scenario. */
export function listing(selected: readonly Scenario[]): string {
  const lines = selected.map(({ id, level, requirements, name }) =>
    [id, level ?? '-', requirements.join(' '), name].join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
}
