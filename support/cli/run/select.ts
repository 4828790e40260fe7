/** From options to the scenarios that are played. */
import type { Scenario } from '../../../reports/messages/scenario';
import { filterOf } from '../../run/filter';
import { parseShard, takeShard } from '../../run/shard';
import { loadSpecification } from '../specification';
import { filtersOf, type RunOptions } from './options';

export interface Selection {
  /** Everything in the files that were read. */
  all: Scenario[];
  selected: Scenario[];
}

/** @throws UsageError for a filter that cannot be understood */
export function select(options: RunOptions): Selection {
  const passes = filterOf(filtersOf(options));
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  const all = loadSpecification(options.only);
  const passing = all.filter(passes);
  return { all, selected: shard === undefined ? passing : takeShard(passing, shard) };
}

/** `--list`: a line for each scenario. */
export function listing(selected: readonly Scenario[]): string {
  const lines = selected.map(({ id, level, requirements, name }) =>
    [id, level ?? '-', requirements.join(' '), name].join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
}
