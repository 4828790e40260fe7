/** The sections that running commands ask for, as responses name them (RFC 3501 §6.4.5, §7.4.2). */
import type { ImapCommand } from './commands';

const SECTION = /(BODY|BINARY)(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)\.\d+>)?/gi;
const FIELDS = /^(.*HEADER\.FIELDS(?:\.NOT)?) *\((.*)\)$/;

/** @returns undefined where a name of a field may be one that no pattern finds */
export function sectionsAsked(running: readonly ImapCommand[]): ReadonlySet<string> | undefined {
  const asked = new Set<string>();
  for (const { name, text } of running) {
    if (!/^(?:UID )?FETCH$/.test(name)) continue;
    if (text.includes('{')) return undefined;
    for (const [, kind, spec, origin = ''] of text.matchAll(SECTION)) {
      // No number of IMAP's.
      if (origin.length > 10) return undefined;
      asked.add(`${kind!.toUpperCase()}[${spelled(spec!.toUpperCase())}]${origin && `<${origin}>`}`);
    }
  }
  return asked;
}

function spelled(spec: string): string {
  const [, head, names] = FIELDS.exec(spec) ?? [];
  if (names === undefined) return spec;
  return `${head} (${names
    .trim()
    .split(/\s+/)
    .map((name) => name.replace(/^"(.*)"$/, '$1'))
    .sort()
    .join(' ')})`;
}
