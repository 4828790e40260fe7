/** What is played to prove a named mistake, and what is wrong with the verdicts it gets. */
import type { Scenario } from '../../reports/messages/scenario';
import type { Verdict } from '../../reports/verdict/verdict';

/** The folders and files of features/ that a mistake of this protocol can show in. */
const PLACES: Record<string, readonly string[]> = {
  smtp: ['smtp', 'lmtp'],
  lmtp: ['lmtp'],
  pop3: ['pop3'],
  imap: ['imap', 'mime/structure'],
  mime: ['mime', 'smtp'],
};

// What a mistake merely gets in the way of is blocked, which is no red.
const RED: readonly Verdict[] = ['fail', 'warn', 'info', 'error'];

export interface Outcome {
  id: string;
  verdict: Verdict;
}

/** `naming`: only the scenarios that name the mistake; `exact`: all that could see it, the slow ones only where they name it. */
export type Extent = 'naming' | 'exact';

/** The scenarios that are played to prove this mistake. */
export function scenariosFor(name: string, all: readonly Scenario[], extent: Extent): Scenario[] {
  const places = PLACES[name.split('-')[0]!] ?? [];
  return all.filter(({ id, tags }) => {
    if (!places.some((place) => id.startsWith(`${place}/`) || id.startsWith(`${place}#`))) return false;
    return namesIt(tags, name) || (extent === 'exact' && !tags.includes('@slow'));
  });
}

/** Exactly the scenarios that name the mistake must be red. */
export function faultsOf(name: string, played: readonly Scenario[], outcomes: readonly Outcome[]): string[] {
  const verdicts = new Map(outcomes.map(({ id, verdict }) => [id, verdict]));
  const named = played.some(({ tags }) => namesIt(tags, name));
  const faults = played.flatMap(({ id, tags }) => {
    const verdict = verdicts.get(id);
    if (verdict === undefined) return [`${id}: it was not played to its end`];
    const red = RED.includes(verdict);
    if (namesIt(tags, name)) return red ? [] : [`${id}: ${verdict}, although it names the mistake`];
    return red ? [`${id}: ${verdict}, although it does not name the mistake`] : [];
  });
  return named ? faults : ['no scenario names it', ...faults];
}

/** Tags that name a mistake which no list has. */
export function unknownTags(all: readonly Scenario[], names: readonly string[]): string[] {
  const tags = all.flatMap((scenario) => scenario.tags.filter((tag) => tag.startsWith('@defect-')));
  return [...new Set(tags)].filter((tag) => !names.includes(tag.slice('@defect-'.length)));
}

function namesIt(tags: readonly string[], name: string): boolean {
  return tags.includes(`@defect-${name}`);
}
