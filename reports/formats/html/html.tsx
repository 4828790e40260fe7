/** A run as one HTML page: what to mend first, then each scenario with its requirement's sentence, its evidence folded below. */
import { topicOf } from '../../messages/slug';
import type { ScenarioResult } from '../../run';
import { causesOf } from '../../verdict/causes';
import { totalsOf, VERDICTS, verdictLabel } from '../../verdict/verdict';
import { grouped } from '../grouped';
import { type ReportInput, requirementsOf } from '../report-input';
import { Bar, type Kind } from './bar';
import { CauseGroup, TopicGroup } from './groups';
import { Head } from './head';
import { Legend } from './legend';
import { page } from './page';
import { SCRIPT } from './script';
import { Summary } from './summary';

export function formatHtml(input: ReportInput): string {
  const { run } = input;
  const known = new Set(run.scenarios.filter((scenario) => isKnown(scenario, input)));
  const causes = causesOf(run.scenarios.filter((scenario) => !known.has(scenario)));
  const troubled = new Set(causes.flatMap(({ scenarios }) => scenarios));
  const rest = run.scenarios.filter((scenario) => !troubled.has(scenario));
  const topics = grouped(rest, ({ uri }) => topicOf(uri));
  const shared = { run, requirements: requirementsOf(input), known };
  return page(
    `mailspec: ${run.target}`,
    <>
      <Head run={run} causes={causes} known={known.size} />
      <Bar kinds={kindsOf(run.scenarios, known)} groups={['cause', 'requirement', 'topic']} />
      <main>
        <Summary run={run} open={causes.length === 0} />
        <Legend />
        <div id="list">
          {causes.map((cause, index) => (
            <CauseGroup key={cause.title} cause={cause} place={index + 1} shared={shared} />
          ))}
          {[...topics].map(([topic, scenarios]) => (
            <TopicGroup key={topic} topic={topic} scenarios={scenarios} shared={shared} />
          ))}
        </div>
      </main>
    </>,
    { script: SCRIPT },
  );
}

function kindsOf(scenarios: readonly ScenarioResult[], known: ReadonlySet<ScenarioResult>): Kind[] {
  const totals = totalsOf(scenarios.filter((scenario) => !known.has(scenario)));
  const verdicts = VERDICTS.map((name) => ({ name, label: verdictLabel(name), count: totals[name] }));
  return [...verdicts, { name: 'known', label: 'known', count: known.size }];
}

function isKnown(scenario: ScenarioResult, { comparison }: ReportInput): boolean {
  return (scenario.verdict === 'fail' || scenario.verdict === 'blocked') && !comparison.unlisted.includes(scenario);
}
