/** A table of what had not one verdict in several runs. */
import Table from 'cli-table3';
import type { Flicker } from '../../flicker';
import { totalsOf } from '../../verdict/verdict';
import { countsOf } from '../counts';
import type { Paint } from './paint';

/** @param times how often everything was played */
export function flickerTable(flickers: readonly Flicker[], times: number, paint: Paint): string {
  if (flickers.length === 0) return `played ${times} times: each scenario had the same verdict in all`;
  const table = new Table({ head: ['comes and goes', `in ${times} runs`], style: { head: [], border: [] } });
  for (const { id, verdicts } of flickers) {
    table.push([id, countsOf(totalsOf(verdicts.map((verdict) => ({ verdict }))), paint)]);
  }
  return table.toString();
}
