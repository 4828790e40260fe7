/** Several targets beside each other, scenario by scenario: each verdict links to its evidence. */
import { topicOf } from '../../messages/slug';
import type { Run, ScenarioResult } from '../../run';
import { verdictLabel } from '../../verdict/verdict';
import { compareNatural } from '../by-section';
import { countsOf } from '../counts';
import { page } from '../html/page';
import { escapeXml as text } from '../xml';

export interface MatrixColumn {
  run: Run;
  /** The page of the run, relative to this one. */
  report: string;
}

export function formatMatrixHtml(columns: readonly MatrixColumn[]): string {
  const results = columns.map(({ run }) => new Map(run.scenarios.map((scenario) => [scenario.id, scenario])));
  const scenarios = new Map(results.flatMap((result) => [...result]));
  const topics = [...new Set([...scenarios.values()].map(({ uri }) => topicOf(uri)))].sort(compareNatural);
  const head = `<tr><th>scenario</th>${columns.map(({ run }) => `<th>${text(run.target)}<br><small>${text(countsOf(run.totals))}</small></th>`).join('')}</tr>\n`;
  const bodies = topics.map((topic) => {
    const own = [...scenarios.values()].filter(({ uri }) => topicOf(uri) === topic).sort((a, b) => a.line - b.line);
    const rows = own.map((scenario) => rowOf(scenario, columns, results));
    return `<tr><th colspan="${columns.length + 1}">${text(topic)}</th></tr>\n${rows.join('')}`;
  });
  return page('mailspec: several targets', `<h1>Several targets</h1>\n<table>\n${head}${bodies.join('')}</table>\n`);
}

function rowOf(
  { id, name }: ScenarioResult,
  columns: readonly MatrixColumn[],
  results: readonly Map<string, ScenarioResult>[],
): string {
  const cells = columns.map(({ report }, index) => {
    const result = results[index]!.get(id);
    if (result === undefined) return '<td class="dim">not run</td>';
    const address = `${report}#${encodeURIComponent(id)}`;
    return `<td><a class="${result.verdict}" href="${text(address)}" title="${text(result.reason)}">${verdictLabel(result.verdict)}</a></td>`;
  });
  return `<tr><td>${text(name)}</td>${cells.join('')}</tr>\n`;
}
