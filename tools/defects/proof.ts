/** What is played to prove a named mistake, and what is wrong with the verdicts it gets. */
import type { Scenario } from '../../reports/messages/scenario';
import type { Verdict } from '../../reports/verdict/verdict';

/** The folders and files of features/ that a mistake of this protocol can show in. */
const PLACES: Record<string, readonly string[]> = {
  smtp: ['smtp', 'submission', 'lmtp', 'relay', 'security', 'tls'],
  submission: ['submission', 'relay', 'smtp/strangers', 'security', 'tls'],
  relay: ['relay', 'submission', 'mime/protected-handed-on', 'security', 'tls'],
  lmtp: ['lmtp', 'mime/protected', 'security', 'tls'],
  pop3: ['pop3', 'mime/protected-fetched', 'security', 'tls'],
  imap: ['imap', 'mime/structure', 'mime/protected-fetched', 'security', 'tls'],
  mime: ['mime', 'smtp'],
  unwanted: ['unwanted'],
  webmail: ['webmail'],
};

// What a mistake merely gets in the way of is blocked, which is no red.
const RED: readonly Verdict[] = ['fail', 'warn', 'info', 'error'];

export interface Outcome {
  id: string;
  verdict: Verdict;
}

/** `listed`: only the scenarios that the proof lists; `exact`: all that could see the mistake, the slow ones only where it lists them. */
export type Extent = 'listed' | 'exact';

/** The scenarios that are played to prove this mistake. */
export function scenariosFor(
  name: string,
  listed: readonly string[],
  all: readonly Scenario[],
  extent: Extent,
): Scenario[] {
  const places = PLACES[name.split('-')[0]!] ?? [];
  const canSee = ({ id, tags }: Scenario) =>
    !tags.includes('@slow') && places.some((place) => id.startsWith(`${place}/`) || id.startsWith(`${place}#`));
  return all.filter((scenario) => listed.includes(scenario.id) || (extent === 'exact' && canSee(scenario)));
}

/** What the mistake turned red, of all that was played. */
export function redOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.filter(({ verdict }) => RED.includes(verdict)).map(({ id }) => id);
}

/** Exactly the scenarios that the proof lists must be red. */
export function faultsOf(
  listed: readonly string[],
  played: readonly Scenario[],
  outcomes: readonly Outcome[],
): string[] {
  const verdicts = new Map(outcomes.map(({ id, verdict }) => [id, verdict]));
  const ids = new Set(played.map(({ id }) => id));
  const gone = listed.filter((id) => !ids.has(id)).map((id) => `${id}: there is no such scenario`);
  const faults = played.flatMap(({ id }) => {
    const verdict = verdicts.get(id);
    if (verdict === undefined) return [`${id}: it was not played to its end`];
    const red = RED.includes(verdict);
    if (listed.includes(id)) return red ? [] : [`${id}: ${verdict}, although the proof lists it`];
    return red ? [`${id}: ${verdict}, although the proof does not list it`] : [];
  });
  return [...(listed.length > 0 ? [] : ['its proof lists no scenario']), ...gone, ...faults];
}
