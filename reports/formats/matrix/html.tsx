/** Several targets beside each other, scenario by scenario: each verdict links to its evidence. */
import { topicOf } from '../../messages/slug';
import type { Run, ScenarioResult } from '../../run';
import { rulingOf } from '../../verdict/coverage';
import { VERDICTS, verdictLabel } from '../../verdict/verdict';
import { compareNatural } from '../by-section';
import { countsOf } from '../counts';
import { grouped } from '../grouped';
import { Bar, type Kind } from '../html/bar';
import { page } from '../html/page';
import { SCRIPT } from '../html/script';

export interface MatrixColumn {
  run: Run;
  /** The page of the run, relative to this one. */
  report: string;
}

/** One scenario and what came of it on each target, in the order of the columns. */
interface Line {
  scenario: ScenarioResult;
  results: readonly (ScenarioResult | undefined)[];
}

export function formatMatrixHtml(columns: readonly MatrixColumn[]): string {
  const results = columns.map(({ run }) => new Map(run.scenarios.map((scenario) => [scenario.id, scenario])));
  const scenarios = [...new Map(results.flatMap((result) => [...result])).values()];
  const lines = scenarios.map((scenario) => ({ scenario, results: results.map((result) => result.get(scenario.id)) }));
  const topics = [...grouped(lines, ({ scenario }) => topicOf(scenario.uri))].sort(([a], [b]) => compareNatural(a, b));
  return page(
    'mailspec: several targets',
    <>
      <header>
        <h1>Several targets</h1>
        <p class="dim">The kind of a row is the worst of its verdicts.</p>
      </header>
      <Bar kinds={kindsOf(lines)} />
      <main id="list">
        {topics.map(([topic, own]) => (
          <details class="group" open key={topic}>
            <summary>
              <h2>{topic}</h2>
            </summary>
            <div class="wide">
              <Table columns={columns} lines={own.sort((a, b) => a.scenario.line - b.scenario.line)} />
            </div>
          </details>
        ))}
      </main>
    </>,
    { script: SCRIPT },
  );
}

function kindOf({ results }: Line): string {
  return rulingOf(results.map((result) => result?.verdict)) ?? 'notPlayed';
}

function kindsOf(lines: readonly Line[]): Kind[] {
  const counts = grouped(lines, kindOf);
  return VERDICTS.map((name) => ({ name, label: verdictLabel(name), count: counts.get(name)?.length ?? 0 }));
}

function Table({ columns, lines }: { columns: readonly MatrixColumn[]; lines: readonly Line[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">scenario</th>
          {columns.map(({ run, report }) => (
            <th scope="col" key={report}>
              {run.target}
              <br />
              <small>{countsOf(run.totals)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr class="item" id={line.scenario.id} data-kind={kindOf(line)} key={line.scenario.id}>
            <td>{line.scenario.name}</td>
            {line.results.map((result, index) => (
              <Cell key={columns[index]!.report} result={result} report={columns[index]!.report} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ result, report }: { result: ScenarioResult | undefined; report: string }) {
  if (result === undefined) return <td class="dim">not run</td>;
  const { id, verdict, reason } = result;
  return (
    <td>
      <a class={verdict} href={`${report}#${encodeURIComponent(id)}`} title={reason}>
        {verdictLabel(verdict)}
      </a>
    </td>
  );
}
