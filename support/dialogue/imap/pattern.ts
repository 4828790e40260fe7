import type { Template } from '../expression';

/** An IMAP response as a scenario writes it: like the value it is compared with, but its strings are templates. */
export type ImapPattern = ImapStringPattern | ImapListPattern;

export interface ImapStringPattern {
  kind: 'string';
  /** Without the quotes, where it was written with them. */
  template: Template;
  /** Written in quotes: never a keyword, never NIL. */
  quoted: boolean;
  /** `BODY[HEADER.FIELDS (Subject)]<0>` */
  section?: ImapPattern[];
  origin?: string;
}

export interface ImapListPattern {
  kind: 'list';
  items: ImapPattern[];
}

/** `${*}` alone: any values, also none. */
export function isRest(pattern: ImapPattern | undefined): boolean {
  if (pattern?.kind !== 'string' || pattern.quoted || pattern.section !== undefined) return false;
  return pattern.template.length === 1 && pattern.template[0]!.kind === 'any';
}

/** The text of an unquoted string without expressions, in upper case. */
export function patternKeyword(pattern: ImapPattern | undefined): string | undefined {
  if (pattern?.kind !== 'string' || pattern.quoted) return undefined;
  const [part] = pattern.template;
  if (pattern.template.length !== 1 || part!.kind !== 'literal') return undefined;
  return part!.bytes.toString('latin1').toUpperCase();
}
