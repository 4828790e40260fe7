/** The rights of RFC 4314 as sets of letters: what they let somebody do, how entries of a list add up, how they are told. */

import { FLAG, type Message } from '../../store/types';

/** The standard rights, in the order in which they are told (RFC 4314 §2.1). */
export const RIGHTS = 'lrswipkxtea';

/** The obsolete rights and what they stand for (RFC 4314 §2.1.1): as servers that needed `c` to delete a mailbox had it. */
export const VIRTUAL: Readonly<Record<string, string>> = { c: 'kx', d: 'te' };

/** Everybody (RFC 4314 §2). */
export const ANYONE = 'anyone';

/** What nobody can take from the owner of a mailbox: he sees it, and gives back to himself what he has taken. */
export const OWNERS = 'la';

/** Rights by which something in a mailbox is changed: without any of them it is read-only (RFC 4314 §5.2). All flags are shared here, \Seen too. */
export const WRITING = 'iestw';

/** An entry of an access control list. */
export interface Entry {
  identifier: string;
  rights: string;
}

/** The letters that stand in any of these, each once, in order. */
export function union(...some: readonly string[]): string {
  const all = some.join('');
  return [...RIGHTS].filter((letter) => all.includes(letter)).join('');
}

/** The letters without those. */
export function without(rights: string, others: string): string {
  return [...rights].filter((letter) => !others.includes(letter)).join('');
}

/** Each obsolete right with what it stands for in its place. */
export function expanded(letters: string): string {
  return union(...[...letters].map((letter) => VIRTUAL[letter] ?? letter));
}

/** As it is told to a client: an obsolete right stands beside each that it stands for (RFC 4314 §2.1.1). */
export function told(rights: string): string {
  const virtual = Object.keys(VIRTUAL).filter((letter) => [...VIRTUAL[letter]!].some((one) => rights.includes(one)));
  return rights + virtual.join('');
}

/**
 * What a user has by a list: all that the entries for him and for everybody give, without what their negative rights take (RFC 4314 §2).
 * @param owns the list is of a mailbox of his own, of which he has all that no entry of his says otherwise
 */
export function effective(list: readonly Entry[], user: string, owns: boolean): string {
  const of = (identifier: string) => list.find((entry) => entry.identifier === identifier)?.rights;
  const given = union(of(user) ?? (owns ? RIGHTS : ''), of(ANYONE) ?? '');
  const left = without(given, (of(`-${user}`) ?? '') + (of(`-${ANYONE}`) ?? ''));
  return owns ? union(left, OWNERS) : left;
}

/** Which flags somebody may change. */
export interface FlagClasses {
  /** Bits of FLAG. */
  system: number;
  /** \Answered, \Flagged and \Draft, and keywords. */
  keywords: boolean;
}

const BITS: Readonly<Record<string, number>> = {
  s: FLAG.seen,
  t: FLAG.deleted,
  w: FLAG.answered | FLAG.flagged | FLAG.draft,
};

/** RFC 4314 §4: `s` for \Seen, `t` for \Deleted, `w` for all others. */
export function flagClasses(rights: string): FlagClasses {
  const system = [...rights].reduce((bits, letter) => bits | (BITS[letter] ?? 0), 0);
  return { system, keywords: rights.includes('w') };
}

/** The flags of a message that somebody with these rights may put into a mailbox (RFC 4314 §4). */
export function keptFlags(
  { flags, keywords }: Pick<Message, 'flags' | 'keywords'>,
  rights: string,
): Pick<Message, 'flags' | 'keywords'> {
  const classes = flagClasses(rights);
  return { flags: flags & classes.system, keywords: classes.keywords ? keywords : [] };
}
