/** The values that IMAP responses are made of (RFC 3501 §4, RFC 9051 §4). */

export type ImapValue = ImapText | ImapList;

/** A string of any spelling. Numbers, flags, NIL, sequence sets and keywords are atoms. */
export interface ImapText {
  kind: 'atom' | 'quoted' | 'literal';
  /** The string itself: quotes, escapes and the literal's length are gone. */
  bytes: Buffer;
  /** `BODY[HEADER.FIELDS (Subject)]<0>`: what stands in the brackets, and the origin; then `bytes` is only `BODY`. */
  section?: ImapValue[];
  origin?: string;
  /** Where it stands in the response: octets from its start. */
  from: number;
  to: number;
}

export interface ImapList {
  kind: 'list';
  items: ImapValue[];
  from: number;
  to: number;
}

interface ImapResponseBase {
  raw: Buffer;
}

/** `+ text` */
export interface ImapContinuation extends ImapResponseBase {
  kind: 'continuation';
  text: Buffer;
}

/** `a1 OK [CODE …] text`, or `* OK …` with the tag `*`: RFC 3501 §7.1. */
export interface ImapStatus extends ImapResponseBase {
  kind: 'status';
  /** `*` where it is untagged. */
  tag: string;
  status: 'OK' | 'NO' | 'BAD' | 'PREAUTH' | 'BYE';
  /** What stands in the brackets, where there are any. */
  code?: ImapValue[];
  text: Buffer;
}

/** `* 3 EXISTS`, `* LIST (…) "/" name`: everything after `* `. */
export interface ImapData extends ImapResponseBase {
  kind: 'data';
  values: ImapValue[];
}

export type ImapResponse = ImapContinuation | ImapStatus | ImapData;

/** The text of an atom in upper case; undefined for anything else. */
export function keyword(value: ImapValue | undefined): string | undefined {
  return value?.kind === 'atom' && value.section === undefined
    ? value.bytes.toString('latin1').toUpperCase()
    : undefined;
}

/** What a data response is about: `EXISTS`, `FETCH`, `LIST`; the word after the number where it begins with one. */
export function responseName({ values }: ImapData): string | undefined {
  const first = keyword(values[0]);
  return first !== undefined && /^\d+$/.test(first) ? (keyword(values[1]) ?? first) : first;
}

/** Whether it is the result of the command with this tag. */
export function isTagged(response: ImapResponse, tag: string): boolean {
  return response.kind === 'status' && response.tag === tag;
}
