/** What GitHub shows beside the files of a pull request: a line for each cause, ten at most, for it shows no more of a step. */
import { replayOf } from '../run';
import { type Cause, causesOf } from '../verdict/causes';
import { scenariosOf } from './counts';
import { type ReportInput, requirementsOf, sentenceOf } from './report-input';

const MOST = 10;

/** @param file what whoever reads can change: the target file; without one, the feature that shows the cause */
export function formatAnnotations(input: ReportInput, file?: string): string {
  const { run, comparison } = input;
  const told = run.scenarios.filter(
    (scenario) => scenario.verdict === 'error' || comparison.unlisted.includes(scenario),
  );
  const lines = causesOf(told)
    .slice(0, MOST)
    .map((cause) => annotation(cause, input, file));
  const early =
    run.endedEarly === undefined ? [] : [command('error', { title: 'mailspec: the run ended early' }, run.endedEarly)];
  return [...early, ...lines].slice(0, MOST).join('');
}

function annotation({ title, scenarios }: Cause, input: ReportInput, file: string | undefined): string {
  const [first] = scenarios;
  const requirements = requirementsOf(input);
  const sentences = first.requirements.map((id) => sentenceOf(id, requirements));
  const text = [
    ...sentences,
    '',
    first.detail ?? first.reason,
    '',
    `${scenariosOf(scenarios.length)}; ${replayOf(input.run, first)}`,
  ];
  const place: Record<string, string> = file === undefined ? { file: first.uri, line: String(first.line) } : { file };
  return command('error', { ...place, title: `mailspec: ${title}` }, text.join('\n'));
}

/** A workflow command: what would end it, or one of its properties, is escaped as GitHub asks. */
function command(name: string, properties: Record<string, string>, message: string): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${written.join(',')}::${data(message)}\n`;
}
