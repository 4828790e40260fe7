/** Requirement coverage as one HTML page. */
import type { FileCoverage, RequirementCoverage } from '../../verdict/coverage';
import { addressOf } from '../../verdict/requirements';
import { VERDICTS, verdictLabel } from '../../verdict/verdict';
import { grouped } from '../grouped';
import { Bar, type Kind } from '../html/bar';
import { page } from '../html/page';
import { SCRIPT } from '../html/script';
import { titleOf } from '../report-input';
import { stateOf } from './coverage-row';

/** @param report the page of the run, relative to this one; scenarios link into it */
export function formatCoverageHtml(coverage: readonly FileCoverage[], heading: string, report?: string): string {
  const sections = coverage.map((file) => {
    const { rows, covered, excused, missing } = file;
    const title = titleOf(file.file.rfc ?? 'mailspec', coverage);
    const counts = `${rows.length} requirements: ${covered} covered, ${excused} excused, ${missing} missing`;
    return (
      <details class="group" open={missing > 0} key={title}>
        <summary>
          <h2>
            {title} <small>{counts}</small>
          </h2>
        </summary>
        <div class="wide">
          <table>
            <thead>
              <tr>
                {['id', 'section', 'level', 'says, and who tests it', 'state'].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.requirement.id} row={row} report={report} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    );
  });
  return page(
    heading,
    <>
      <header>
        <h1>{heading}</h1>
      </header>
      <Bar kinds={kindsOf(coverage.flatMap(({ rows }) => rows))} />
      <main id="list">{sections}</main>
    </>,
    { script: SCRIPT },
  );
}

/** What a row is to the eye: its verdict, or how it stands where it was not played. */
function kindOf({ verdict, state }: RequirementCoverage): string {
  return verdict ?? state;
}

function kindsOf(rows: readonly RequirementCoverage[]): Kind[] {
  const counts = grouped(rows, kindOf);
  const verdicts = VERDICTS.map((name) => ({ name, label: verdictLabel(name) }));
  const states = ['missing', 'covered', 'excused'].map((name) => ({ name, label: name }));
  return [...states, ...verdicts].map((kind) => ({ ...kind, count: counts.get(kind.name)?.length ?? 0 }));
}

function Row({ row, report }: { row: RequirementCoverage; report: string | undefined }) {
  const { requirement, scenarios } = row;
  const address = addressOf(requirement);
  const section = `§${requirement.section}`;
  return (
    <tr class="item" id={requirement.id} data-kind={kindOf(row)}>
      <td>
        <small>{requirement.id}</small>
      </td>
      <td>{address === undefined ? section : <a href={address}>{section}</a>}</td>
      <td>{requirement.level}</td>
      <td>
        {requirement.says}
        {scenarios.map(({ id, verdict }) => (
          <div key={id}>
            <small>
              {report === undefined || verdict === undefined ? (
                id
              ) : (
                <a class={verdict} href={`${report}#${encodeURIComponent(id)}`}>
                  {id}
                </a>
              )}
            </small>
          </div>
        ))}
      </td>
      <td>
        <span class={kindOf(row)}>{stateOf(row)}</span>
      </td>
    </tr>
  );
}
