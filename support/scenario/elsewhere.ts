/** The rest of the Internet in the words of scenarios: where mail for a domain goes, and what hosts and the name server say. */
import { parseDialogue } from '../dialogue/parse';
import { parseBehaviour } from '../outside/hosts/parse-behaviour';
import { type DomainWord, HOST_LABELS, HOSTS, type HostLabel, hostName } from '../outside/names';
import { POLICY_ANSWERS } from '../outside/policy-host';
import type { Stage } from './stage';

/** The columns of “has mail servers:” and of “the name server says:”. */
export const OUTSIDE_COLUMNS = {
  'mail servers': ['preference', 'host', 'answers'],
  names: ['name', 'type', 'value', 'times'],
} as const;

type ServerRow = Partial<Record<(typeof OUTSIDE_COLUMNS)['mail servers'][number], string>>;
type NameRow = Record<'name' | 'type' | 'value', string> & { times?: string };

/** Mail for the domain goes to these hosts; what a row says of a host's answers it does. */
export async function giveMailServers(stage: Stage, domain: DomainWord, rows: ServerRow[]): Promise<void> {
  const world = await stage.elsewhere();
  for (const { host = '', answers } of rows) {
    const label = labelled(host);
    if (label) await behave(stage, label, answers || 'all');
  }
  const servers = rows.map(({ preference, host = '' }) => {
    const label = labelled(host);
    return { preference: Number(preference), host: label ? hostName(label, stage.id) : expand(stage, host) };
  });
  world.giveMailServers(domain, servers);
}

/** Other words of the column are names. */
function labelled(host: string): HostLabel | undefined {
  return HOST_LABELS.find((label) => label === host);
}

/** What the name server answers for names. Hosts that are named are there. */
export async function sayNames(stage: Stage, rows: NameRow[]): Promise<void> {
  const world = await stage.elsewhere();
  for (const { name, value } of rows) {
    for (const label of labelsIn(`${name} ${value}`)) {
      await world.host(label);
      if (/\.(?:key|port)\}/.test(`${name} ${value}`)) await world.revealKeys(label);
    }
  }
  world.say(
    rows.flatMap(({ name, type, value, times }) =>
      numbered(value, times).map((each) => ({ name: expand(stage, name), type, value: expand(stage, each) })),
    ),
  );
}

/** A value that is there several times has its number in it, where `#` stands. */
function numbered(value: string, times: string | undefined): string[] {
  return Array.from({ length: Number(times || 1) }, (_, i) => (times ? value.replace('#', `${i + 1}`) : value));
}

/** The domain asks for TLS by a policy (RFC 8461), with CRLF behind each line. */
export async function givePolicy(stage: Stage, domain: DomainWord, policy: string): Promise<void> {
  const world = await stage.elsewhere();
  await world.leadElsewhere();
  await world.givePolicy(domain, expand(stage, policy).replace(/\r?\n/g, '\r\n'));
}

/** The host of the policy does otherwise: one of POLICY_ANSWERS. */
export async function answerPolicy(stage: Stage, domain: DomainWord, answer: string): Promise<void> {
  const known = POLICY_ANSWERS.find((each) => each === answer);
  if (known === undefined)
    throw new Error(`“${answer}” is nothing that a policy host does: ${POLICY_ANSWERS.join(', ')}.`);
  const world = await stage.elsewhere();
  await world.answerPolicy(domain, known);
}

/** A host answers otherwise than a right one: the closed language of support/outside/hosts. */
export async function behave(stage: Stage, label: HostLabel, behaviour: string): Promise<void> {
  const world = await stage.elsewhere();
  const host = await world.host(label);
  await host.behave(parseBehaviour(expand(stage, behaviour)));
}

/** What a host says and is to be told: a dialogue with the parts swapped. */
export async function follow(stage: Stage, label: HostLabel, dialogue: string): Promise<void> {
  const world = await stage.elsewhere();
  await (await world.host(label)).answers(parseDialogue(dialogue, 'smtp', 'server'));
}

function labelsIn(text: string): HostLabel[] {
  return HOST_LABELS.filter((label) => new RegExp(`\\$\\{${HOSTS[label]}[.}]`).test(text));
}

function expand(stage: Stage, text: string): string {
  return stage.scope.expand(text).toString();
}
