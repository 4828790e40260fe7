import { FLAG } from '../../store/types';
import { bad } from '../refusal';
import type { Arguments } from './arguments';

/** System flags by bit, in the order in which they are shown (RFC 9051 §2.3.2). */
export const SYSTEM_FLAGS: ReadonlyArray<[bit: number, name: string]> = [
  [FLAG.answered, '\\Answered'],
  [FLAG.flagged, '\\Flagged'],
  [FLAG.deleted, '\\Deleted'],
  [FLAG.seen, '\\Seen'],
  [FLAG.draft, '\\Draft'],
];

/** Octets in one keyword, and how many keywords one command may name. */
const LONGEST_KEYWORD = 200;
const MOST_KEYWORDS = 100;

/** What is written most: system flags alone, by their bits. */
const SYSTEM_ALONE = Array.from({ length: 32 }, (_none, system) => `(${systemNames(system).join(' ')})`);

export interface Flags {
  /** Bits of FLAG. */
  system: number;
  keywords: string[];
}

/** `(\Seen $Forwarded)`, `()`, or where `bare` says so flags without parentheses (STORE). */
export function readFlags(args: Arguments, bare = false): Flags {
  const flags: Flags = { system: 0, keywords: [] };
  const one = () => readFlag(args, flags);
  if (!bare || args.sees('(')) args.listOrEmpty(one);
  else for (one(); args.trySpace(); one());
  if (flags.keywords.length > MOST_KEYWORDS) throw bad('that is too many keywords');
  return flags;
}

function readFlag(args: Arguments, flags: Flags): void {
  if (!args.accept('\\')) {
    const keyword = args.atom();
    if (keyword.length > LONGEST_KEYWORD) throw bad('a keyword is too long');
    if (!hasKeyword(flags.keywords, keyword)) flags.keywords.push(keyword);
    return;
  }
  const name = `\\${args.atom()}`;
  // RFC 3501 §2.3.2: a client cannot alter \Recent.
  if (name.toUpperCase() === '\\RECENT') throw bad("\\Recent is the server's alone");
  // Other flags that begin with a backslash are not PERMANENTFLAGS here: ignored (RFC 9051 §7.1, PERMANENTFLAGS).
  flags.system |= SYSTEM_FLAGS.find(([, flag]) => flag.toLowerCase() === name.toLowerCase())?.[0] ?? 0;
}

/** Whether a keyword is in the list; case does not count. */
export function hasKeyword(keywords: readonly string[], keyword: string): boolean {
  const wanted = keyword.toLowerCase();
  return keywords.some((one) => one.toLowerCase() === wanted);
}

/** `(\Seen $Forwarded)`. */
export function formatFlags(system: number, keywords: readonly string[], recent = false): string {
  if (!recent && keywords.length === 0) return SYSTEM_ALONE[system] ?? '()';
  const names = systemNames(system);
  if (recent) names.push('\\Recent');
  return `(${[...names, ...keywords].join(' ')})`;
}

function systemNames(system: number): string[] {
  return SYSTEM_FLAGS.filter(([bit]) => (system & bit) !== 0).map(([, name]) => name);
}
