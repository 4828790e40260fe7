/** What `mailspec explain` says about a requirement or a scenario. */
import type { WrittenScenario } from '../messages/parse';
import type { Scenario } from '../messages/scenario';
import { addressOf, citationOf, type Requirement } from '../verdict/requirements';
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

/** A requirement: the rule, where it stands, what tests it. */
export function explainRequirement(requirement: Requirement, scenarios: readonly Scenario[]): string {
  const { id, level, binds, says } = requirement;
  const covering = scenarios.filter(({ requirements }) => requirements.includes(id));
  const address = addressOf(requirement);
  const lines = [
    `${id}: ${citationOf(requirement)}, ${level}, ${BINDS[binds]}`,
    '',
    says,
    ...(address === undefined ? [] : [address]),
    '',
    ...(covering.length === 0
      ? [`No scenario: ${whyUncovered(requirement)}`]
      : ['Scenarios:', ...covering.map((scenario) => `  ${scenario.id}`), '', `npx mailspec run --tags @${id}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A scenario: its rules, its steps with values filled in, how to play it, by the suite and by hand. */
export function explainScenario({ scenario, steps }: WrittenScenario, requirements: Map<string, Requirement>): string {
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
    ...steps.flatMap((step) => [`  ${step.text}`, ...step.lines.map((text) => `    ${text}`.trimEnd())]),
    '',
    `${uri}:${line}`,
    `npx mailspec run --id ${id}`,
    ...(media === undefined ? [] : ['', ...byHand(media)]),
  ];
  return `${lines.join('\n')}\n`;
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
