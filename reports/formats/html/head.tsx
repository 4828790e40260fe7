/** What was tried, when and how, and what came of it in one sentence. */
import type { CapabilityTable, Run } from '../../run';
import type { Cause } from '../../verdict/causes';
import { scenariosOf, timeOf } from '../counts';

export function Head({ run, causes, known }: { run: Run; causes: readonly Cause[]; known: number }) {
  const given = Object.entries(run.filters).map(asGiven);
  const facts = [
    `${run.startedAt}, ${timeOf(run.durationMs)}, seed ${run.seed}, mailspec ${run.version}`,
    ...(given.length > 0 ? [`selected by ${given.join(' ')}`] : []),
    ...(run.strict ? ['strict: a SHOULD counts as a MUST'] : []),
    ...(run.interrupted ? ['the run was interrupted'] : []),
    ...(run.endedEarly === undefined ? [] : [`the run ended early: ${run.endedEarly}`]),
  ];
  return (
    <header>
      <h1>{run.target}</h1>
      <p class="lead">{leadOf(run, causes, known)}</p>
      {facts.map((fact) => (
        <p class="dim" key={fact}>
          {fact}
        </p>
      ))}
      <Capabilities table={run.capabilities} />
    </header>
  );
}

function leadOf(run: Run, causes: readonly Cause[], known: number): string {
  const bad = run.scenarios.filter(({ verdict }) => verdict === 'fail').length;
  const broken = new Set(
    run.scenarios.filter(({ verdict }) => verdict === 'fail').map(({ requirements }) => requirements[0]),
  ).size;
  const played = run.scenarios.length - run.totals.notApplicable - run.totals.notPlayed;
  const listed = known === 0 ? '' : `, ${known} of them known from the baseline`;
  const fails =
    bad === 0
      ? `Nothing fails of ${scenariosOf(played)} that apply`
      : `${bad} of ${scenariosOf(played)} that apply fail, by ${broken} requirement${broken === 1 ? '' : 's'}${listed}`;
  if (causes.length === 0) return `${fails}.`;
  return `${fails}. What to mend has ${causes.length} cause${causes.length === 1 ? '' : 's'}, listed in the order in which to take them.`;
}

function Capabilities({ table }: { table: CapabilityTable }) {
  const rows = Object.entries(table).flatMap(([service, states]) =>
    Object.entries(states).map(([state, keywords]) => ({ service, state, keywords })),
  );
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>What it announces</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">service</th>
            <th scope="col">state</th>
            <th scope="col">keywords</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ service, state, keywords }) => (
            <tr key={`${service} ${state}`}>
              <td>{service}</td>
              <td>{state}</td>
              <td>
                {Object.entries(keywords)
                  .map(([keyword, parameters]) => [keyword, ...parameters].join(' '))
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** As it stood on the command line: words by themselves, options with their value. */
function asGiven([name, value]: [string, string | string[] | boolean]): string {
  if (name === 'words' && Array.isArray(value))
    return value.map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ');
  return value === true ? `--${name}` : `--${name} ${String(value)}`;
}
