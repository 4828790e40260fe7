/** A run as Markdown: short enough for the job summary of a CI system. */
import { type Run, replayOf, type ScenarioResult } from '../run';
import { type Totals, VERDICTS, verdictLabel } from '../verdict/verdict';
import { bySection } from './by-section';
import { countsOf, scenariosOf, timeOf } from './counts';
import { type ReportInput, requirementsOf, sentenceOf, titleOf } from './report-input';

/** GitHub cuts a summary at 1 MiB; people stop reading long before. */
const MOST = 50;

export function formatMarkdown(input: ReportInput): string {
  const { run, comparison, coverage } = input;
  const groups = bySection(run.scenarios);
  const blocks = [
    `## mailspec against ${inline(run.target)}`,
    `${scenariosOf(run.scenarios.length)} in ${timeOf(run.durationMs)}: ${countsOf(run.totals)}${run.interrupted ? ' (interrupted)' : ''}`,
    ...(run.endedEarly === undefined ? [] : [`**The run ended early**: ${inline(run.endedEarly)}`]),
    [
      `| RFC | ${VERDICTS.map(verdictLabel).join(' | ')} |`,
      `|---|${VERDICTS.map(() => '--:').join('|')}|`,
      ...groups.map(({ rfc, totals }) => `| ${inline(titleOf(rfc, coverage))} | ${cells(totals)} |`),
    ].join('\n'),
    ...list(
      'Errors',
      run.scenarios.filter(({ verdict }) => verdict === 'error'),
      input,
    ),
    // Without a baseline nobody knows what is new.
    ...list(comparison.against ? 'Failures that the baseline does not list' : 'Failures', comparison.unlisted, input),
    ...(comparison.stale.length === 0
      ? []
      : ['### Stale in the baseline', comparison.stale.map(({ id }) => `- \`${id}\` passes now`).join('\n')]),
    ...list(
      'Warnings',
      run.scenarios.filter(({ verdict }) => verdict === 'warn'),
      input,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function cells(totals: Totals): string {
  return VERDICTS.map((verdict) => (totals[verdict] === 0 ? '' : String(totals[verdict]))).join(' | ');
}

function list(title: string, scenarios: readonly ScenarioResult[], input: ReportInput): string[] {
  if (scenarios.length === 0) return [];
  const requirements = requirementsOf(input);
  const items = scenarios.slice(0, MOST).map((scenario) => {
    const sentences = scenario.requirements.map((id) => `  ${inline(sentenceOf(id, requirements))}  \n`);
    return `- **${inline(scenario.name)}**  \n${sentences.join('')}  ${inline(scenario.reason)}\n\n${evidence(scenario, input.run)}`;
  });
  const rest = scenarios.length - items.length;
  return [`### ${title} (${scenarios.length})`, ...items, ...(rest > 0 ? [`… and ${rest} more`] : [])];
}

function evidence(scenario: ScenarioResult, run: Run): string {
  const text = `${scenario.detail ?? scenario.reason}\n\n${replayOf(run, scenario)}`;
  const fence = text.includes('```') ? '~~~~~~' : '```';
  return [`${fence}text`, ...text.split('\n'), fence].map((line) => `  ${line}`.trimEnd()).join('\n');
}

/** Text that Markdown takes for nothing but text. */
function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replaceAll('\n', ' ');
}
