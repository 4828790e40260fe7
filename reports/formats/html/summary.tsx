/** The run in numbers: by protocol and by RFC. Each number leads to its scenarios. */
import type { Run } from '../../run';
import { type Verdict as Name, type Totals, totalsOf, VERDICTS, verdictLabel } from '../../verdict/verdict';
import { bySection } from '../by-section';
import { grouped } from '../grouped';

interface Row {
  name: string;
  /** What the search looks for. */
  search: string;
  totals: Totals;
}

/** @param props.open whether it is unfolded: where there is something to mend, that comes first */
export function Summary({ run, open }: { run: Run; open: boolean }) {
  const folders = grouped(run.scenarios, ({ id }) => id.split('/', 1)[0]!);
  const protocols = [...folders].map(([name, own]) => ({ name, search: `${name}/`, totals: totalsOf(own) }));
  const rfcs = bySection(run.scenarios)
    .filter(({ rfc }) => rfc !== 'mailspec')
    .map(({ rfc, totals }) => ({ name: `RFC ${rfc}`, search: `RFC ${rfc} §`, totals }));
  return (
    <section class="summary" aria-label="Summary">
      <details open={open}>
        <summary>By protocol</summary>
        <Table rows={protocols} run={run} />
      </details>
      <details>
        <summary>By RFC</summary>
        <Table rows={rfcs} run={run} />
      </details>
    </section>
  );
}

function Table({ rows, run }: { rows: readonly Row[]; run: Run }) {
  const verdicts = VERDICTS.filter((verdict) => run.totals[verdict] > 0);
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">of</th>
            {verdicts.map((verdict) => (
              <th scope="col" class="n" key={verdict}>
                {verdictLabel(verdict)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {verdicts.map((verdict) => (
                <td class="n" key={verdict}>
                  <Count row={row} verdict={verdict} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Count({ row, verdict }: { row: Row; verdict: Name }) {
  const count = row.totals[verdict];
  if (count === 0) return <>·</>;
  const shown = verdict === 'fail' || verdict === 'blocked' ? `${verdict},known` : verdict;
  const to = new URLSearchParams({ show: shown, by: 'topic', q: row.search });
  return (
    <a class={verdict} href={`#${to}`} aria-label={`${count} ${verdictLabel(verdict)} in ${row.name}`}>
      {count}
    </a>
  );
}
