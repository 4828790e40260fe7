import { FLAG } from '../../store/types';
import type { Selected } from '../backend/selected';
import { bad } from '../refusal';
import type { Arguments } from '../syntax/arguments';
import { readDate } from '../syntax/dates';
import { readSequenceSet, type SequenceSet } from '../syntax/sequence-set';
import type { Tables } from '../tables';
import type { Test } from './compile';

/** How a day is compared with the one asked for. */
export type DayOrder = 'before' | 'on' | 'since';

/** A search key (RFC 9051 §6.4.4); texts are Unicode. */
export type Key =
  | { kind: 'all' }
  | { kind: 'flag'; bit: number; set: boolean }
  | { kind: 'keyword'; keyword: string; set: boolean }
  | { kind: 'recent'; set: boolean }
  | { kind: 'sequence' | 'uid'; set: SequenceSet }
  | { kind: 'size'; order: 'larger' | 'smaller'; octets: number }
  | { kind: 'internal-day' | 'sent-day'; order: DayOrder; day: number }
  | { kind: 'field'; field: 'subject' | 'from' | 'to' | 'cc' | 'bcc'; text: string }
  | { kind: 'header'; field: string; text: string }
  | { kind: 'body' | 'text'; text: string }
  | OtherKey
  | { kind: 'not'; key: Key }
  | { kind: 'or' | 'and'; keys: Key[] };

/** A key that an extension brings. */
export interface OtherKey {
  kind: 'other';
  /** Of the key. */
  word: string;
  test(selected: Selected): Test;
}

/** Whether this word is a key, or one within it. */
export function names(key: Key, word: string): boolean {
  return holds(key, (leaf) => leaf.kind === 'other' && leaf.word === word);
}

/** Whether messages are named in it by their numbers. */
export function hasNumbers(key: Key): boolean {
  return holds(key, ({ kind }) => kind === 'sequence');
}

function holds(key: Key, test: (leaf: Key) => boolean): boolean {
  if (key.kind === 'not') return holds(key.key, test);
  if (key.kind === 'and' || key.kind === 'or') return key.keys.some((one) => holds(one, test));
  return test(key);
}

/** A key that has no other in it. */
export type Leaf = Exclude<Key, { kind: 'not' | 'or' | 'and' }>;

/** Keys inside each other. */
const DEEPEST = 100;

/** Reads what may follow a word, and gives the key. */
export type WordReader = (reader: KeyReader) => Key;

const flag = (bit: number, set: boolean): WordReader => {
  const key: Key = { kind: 'flag', bit, set };
  return () => key;
};

/** A word that takes an argument after a space. */
const taking = (read: WordReader): WordReader => {
  return (reader) => {
    reader.args.space();
    return read(reader);
  };
};

const day = (kind: 'internal-day' | 'sent-day', order: DayOrder): WordReader =>
  taking(({ args }) => ({ kind, order, day: readDate(args) }));
const field = (name: Extract<Key, { kind: 'field' }>['field']): WordReader =>
  taking((reader) => ({ kind: 'field', field: name, text: reader.text() }));

/** The words of both revisions. */
export const KEYS: Readonly<Record<string, WordReader>> = {
  ALL: () => ({ kind: 'all' }),
  ANSWERED: flag(FLAG.answered, true),
  UNANSWERED: flag(FLAG.answered, false),
  DELETED: flag(FLAG.deleted, true),
  UNDELETED: flag(FLAG.deleted, false),
  DRAFT: flag(FLAG.draft, true),
  UNDRAFT: flag(FLAG.draft, false),
  FLAGGED: flag(FLAG.flagged, true),
  UNFLAGGED: flag(FLAG.flagged, false),
  SEEN: flag(FLAG.seen, true),
  UNSEEN: flag(FLAG.seen, false),
  BCC: field('bcc'),
  CC: field('cc'),
  FROM: field('from'),
  SUBJECT: field('subject'),
  TO: field('to'),
  BEFORE: day('internal-day', 'before'),
  ON: day('internal-day', 'on'),
  SINCE: day('internal-day', 'since'),
  SENTBEFORE: day('sent-day', 'before'),
  SENTON: day('sent-day', 'on'),
  SENTSINCE: day('sent-day', 'since'),
  BODY: taking((reader) => ({ kind: 'body', text: reader.text() })),
  TEXT: taking((reader) => ({ kind: 'text', text: reader.text() })),
  HEADER: taking((reader) => {
    const name = reader.args.astring();
    reader.args.space();
    return { kind: 'header', field: name, text: reader.text() };
  }),
  KEYWORD: taking(({ args }) => ({ kind: 'keyword', keyword: args.atom(), set: true })),
  UNKEYWORD: taking(({ args }) => ({ kind: 'keyword', keyword: args.atom(), set: false })),
  LARGER: taking(({ args }) => ({ kind: 'size', order: 'larger', octets: args.number64() })),
  SMALLER: taking(({ args }) => ({ kind: 'size', order: 'smaller', octets: args.number64() })),
  UID: taking(({ args, tables }) => ({ kind: 'uid', set: readSequenceSet(args, tables.sets) })),
  NOT: taking((reader) => ({ kind: 'not', key: reader.key() })),
  OR: taking((reader) => {
    const first = reader.key();
    reader.args.space();
    return { kind: 'or', keys: [first, reader.key()] };
  }),
};

/** RFC 3501 §6.4.4: gone with \Recent from IMAP4rev2. */
export const RECENT_KEYS: Readonly<Record<string, WordReader>> = {
  RECENT: () => ({ kind: 'recent', set: true }),
  OLD: () => ({ kind: 'recent', set: false }),
  NEW: (reader) => ({ kind: 'and', keys: [{ kind: 'recent', set: true }, KEYS.UNSEEN!(reader)] }),
};

/** Reads search keys; `decode` makes Unicode of a string's octets. */
export class KeyReader {
  private depth = 0;

  constructor(
    readonly tables: Tables,
    readonly args: Arguments,
    private readonly decode: (binary: string) => string,
  ) {}

  /** Keys with spaces between, all of which must hold. */
  all(): Key {
    const keys = [this.key()];
    while (this.args.trySpace()) keys.push(this.key());
    return keys.length === 1 ? keys[0]! : { kind: 'and', keys };
  }

  key(): Key {
    if (++this.depth > DEEPEST) throw bad('Those keys are too deep in each other', 'LIMIT');
    const key = this.one();
    this.depth--;
    return key;
  }

  text(): string {
    return this.decode(this.args.astring());
  }

  private one(): Key {
    const { args, tables } = this;
    if (args.accept('(')) {
      const key = this.all();
      args.expect(')');
      return key;
    }
    if (tables.sets.some((name) => args.sees(name)) || args.sees('*') || args.match(/(?=\d)/y) !== undefined) {
      return { kind: 'sequence', set: readSequenceSet(args, tables.sets) };
    }
    return args.named(tables.searchKeys, 'SEARCH knows no')(this);
  }
}
