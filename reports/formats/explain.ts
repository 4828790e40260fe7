/** What `mailspec explain` says about a requirement or a scenario. */
import type { WrittenScenario } from '../messages/parse';
import type { Scenario } from '../messages/scenario';
import type { Run } from '../run';
import { addressOf, citationOf, type Requirement } from '../verdict/requirements';
import { totalsOf } from '../verdict/verdict';
import { countsOf } from './counts';
import { marksIn } from './marks';
import { sentenceOf } from './report-input';

const BINDS: Record<Requirement['binds'], string> = {
  server: 'binds the server',
  client: 'binds the client',
  both: 'binds client and server',
  nobody: 'binds nobody',
};

const REASONS: Record<string, string> = {
  'binds-the-client': 'it binds the client, which is the suite itself',
  'not-on-the-wire': 'nothing on the wire shows it',
  'needs-a-fault': 'it needs a fault that the suite cannot cause',
  'binds-the-tls-library': 'only the library for TLS below a mail server could break it',
  'binds-the-signer': 'only a program that signs, verifies, encrypts or decrypts could break it',
  'binds-the-reporter': 'only a program that sends reports of what others have sent could break it',
  'not-a-rule': 'it is no rule for an implementation',
};

/** What is known beside the specification. */
export interface Beside {
  /** The plainest scenario of a requirement: a right dialogue. */
  example?: WrittenScenario;
  /** What people get wrong about it. */
  mistakes: readonly { name: string; mistake: string; reference: string }[];
  /** The last run. */
  last?: Run;
}

const NOTHING: Beside = { mistakes: [] };

/** A requirement: the rule, where it stands, what a right server says, what goes wrong, what tests it, how it went the last time. */
export function explainRequirement(
  requirement: Requirement,
  covering: readonly Scenario[],
  { example, mistakes, last }: Beside = NOTHING,
): string {
  const { id, level, binds, says } = requirement;
  const address = addressOf(requirement);
  const lines = [
    `${id}: ${citationOf(requirement)}, ${level}, ${BINDS[binds]}`,
    '',
    says,
    ...(address === undefined ? [] : [address]),
    '',
    ...(example === undefined ? [] : ['A right server:', ...stepsOf(example), '']),
    ...usual(mistakes),
    ...(covering.length === 0
      ? [`No scenario: ${whyUncovered(requirement)}`]
      : [
          ...verdicts(covering, last),
          'Scenarios:',
          ...covering.map((scenario) => `  ${scenario.id}`),
          '',
          `npx mailspec run ${id}`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A scenario: its rules, its steps with values filled in, how to play it, by the suite and by hand. */
export function explainScenario(
  written: WrittenScenario,
  requirements: Map<string, Requirement>,
  { mistakes, last }: Beside = NOTHING,
): string {
  const { scenario, steps } = written;
  const { id, name, feature, rule, level, uri, line } = scenario;
  const media = steps.map(({ lines }) => /^"""(smtp|lmtp|pop3|imap)$/.exec(lines[0] ?? '')?.[1]).find(Boolean);
  const needs = scenario.tags.filter((tag) => /^@(needs-|profile-|spends-)/.test(tag));
  const lines = [
    `${id}: ${level ?? 'no level'}`,
    '',
    ...[feature, rule, name].filter((title) => title !== ''),
    '',
    ...scenario.requirements.map((requirement) => sentenceOf(requirement, requirements)),
    ...(needs.length === 0 ? [] : [`Needs: ${needs.join(' ')}`]),
    '',
    ...stepsOf(written),
    '',
    ...usual(mistakes),
    ...verdicts([scenario], last),
    `${uri}:${line}`,
    `npx mailspec run --id ${id}`,
    ...(media === undefined ? [] : ['', ...byHand(media)]),
  ];
  return `${lines.join('\n')}\n`;
}

function stepsOf({ steps }: WrittenScenario): string[] {
  const lines = steps.flatMap((step) => [`  ${step.text}`, ...step.lines.map((text) => `    ${text}`.trimEnd())]);
  return [...lines, ...marksIn(lines.map((text) => text.trim()).join('\n')).map((meaning) => `  (${meaning})`)];
}

/** Mistakes that somebody reported say more than those that are merely common: both have a name to try them by. */
function usual(mistakes: Beside['mistakes']): string[] {
  if (mistakes.length === 0) return [];
  const told = mistakes.map(({ name, mistake, reference }) => {
    const seen = /common mistake/.test(reference) ? '' : ` Seen: ${reference}`;
    return `  ${mistake}${seen} (npx mailspec serve --defect ${name} makes it)`;
  });
  return ['What goes wrong:', ...told, ''];
}

function verdicts(covering: readonly Scenario[], last: Run | undefined): string[] {
  const wanted = new Set(covering.map(({ id }) => id));
  const played = last?.scenarios.filter(({ id }) => wanted.has(id)) ?? [];
  if (last === undefined || played.length === 0) return [];
  const wrong = played.find(({ verdict }) => ['fail', 'warn', 'blocked', 'error'].includes(verdict));
  return [
    `The last run, against ${last.target}: ${countsOf(totalsOf(played))}`,
    ...(wrong === undefined ? [] : [`  ${wrong.id}: ${wrong.reason}`]),
    '',
  ];
}

/** `mailspec serve` listens on the standard ports plus 2000. */
function byHand(protocol: string): string[] {
  const port = { smtp: 2025, lmtp: 2024, pop3: 2110, imap: 2143 }[protocol];
  return [
    'By hand: start `npx mailspec serve` (or take a server of yours), connect, and type what stands after C:',
    `  nc -C 127.0.0.1 ${port}`,
    'The names in ${…} are explained in features/README.md.',
  ];
}

function whyUncovered({ uncovered }: Requirement): string {
  if (uncovered === undefined) return 'and no reason is given.';
  const [kind = '', rest = ''] = uncovered.split(/ (.*)/s);
  if (kind === 'same-as') return `it says what ${rest} says (npx mailspec explain ${rest}).`;
  if (kind === 'later') return `features/${rest}/ will hold it.`;
  return `${REASONS[kind] ?? uncovered}.`;
}
