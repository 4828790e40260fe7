import { FLAG } from '../../store/types';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { readDate } from '../syntax/dates';
import { readSequenceSet, type SequenceSet } from '../syntax/sequence-set';

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
  | { kind: 'not'; key: Key }
  | { kind: 'or' | 'and'; keys: Key[] };

/** A key that has no other in it. */
export type Leaf = Exclude<Key, { kind: 'not' | 'or' | 'and' }>;

/** Keys inside each other. */
const DEEPEST = 100;

/** Words that stand alone. */
const FLAGS: Readonly<Record<string, Key>> = {
  ALL: { kind: 'all' },
  ANSWERED: { kind: 'flag', bit: FLAG.answered, set: true },
  UNANSWERED: { kind: 'flag', bit: FLAG.answered, set: false },
  DELETED: { kind: 'flag', bit: FLAG.deleted, set: true },
  UNDELETED: { kind: 'flag', bit: FLAG.deleted, set: false },
  DRAFT: { kind: 'flag', bit: FLAG.draft, set: true },
  UNDRAFT: { kind: 'flag', bit: FLAG.draft, set: false },
  FLAGGED: { kind: 'flag', bit: FLAG.flagged, set: true },
  UNFLAGGED: { kind: 'flag', bit: FLAG.flagged, set: false },
  SEEN: { kind: 'flag', bit: FLAG.seen, set: true },
  UNSEEN: { kind: 'flag', bit: FLAG.seen, set: false },
};

/** RFC 3501 §6.4.4: gone with \Recent from IMAP4rev2. */
const RECENT_WORDS: Readonly<Record<string, Key>> = {
  RECENT: { kind: 'recent', set: true },
  OLD: { kind: 'recent', set: false },
  NEW: { kind: 'and', keys: [{ kind: 'recent', set: true }, FLAGS.UNSEEN!] },
};

type Reader = (reader: KeyReader) => Key;

const day = (kind: 'internal-day' | 'sent-day', order: DayOrder): Reader => {
  return ({ args }) => ({ kind, order, day: readDate(args) });
};
const field = (name: Extract<Key, { kind: 'field' }>['field']): Reader => {
  return (reader) => ({ kind: 'field', field: name, text: reader.text() });
};

/** Words that take an argument after a space. */
const ARGUMENTS: Readonly<Record<string, Reader>> = {
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
  BODY: (reader) => ({ kind: 'body', text: reader.text() }),
  TEXT: (reader) => ({ kind: 'text', text: reader.text() }),
  HEADER: (reader) => {
    const name = reader.args.astring();
    reader.args.space();
    return { kind: 'header', field: name, text: reader.text() };
  },
  KEYWORD: ({ args }) => ({ kind: 'keyword', keyword: args.atom(), set: true }),
  UNKEYWORD: ({ args }) => ({ kind: 'keyword', keyword: args.atom(), set: false }),
  LARGER: ({ args }) => ({ kind: 'size', order: 'larger', octets: args.number64() }),
  SMALLER: ({ args }) => ({ kind: 'size', order: 'smaller', octets: args.number64() }),
  UID: ({ args, session }) => ({ kind: 'uid', set: readSequenceSet(args, session.offers('SEARCHRES')) }),
  NOT: (reader) => ({ kind: 'not', key: reader.key() }),
  OR: (reader) => {
    const first = reader.key();
    reader.args.space();
    return { kind: 'or', keys: [first, reader.key()] };
  },
};

/** Reads search keys; `decode` makes Unicode of a string's octets. */
export class KeyReader {
  private depth = 0;

  constructor(
    readonly session: Session,
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
    const { args, session } = this;
    if (args.accept('(')) {
      const key = this.all();
      args.expect(')');
      return key;
    }
    if (args.sees('$') || args.sees('*') || args.match(/(?=\d)/y) !== undefined) {
      return { kind: 'sequence', set: readSequenceSet(args, session.offers('SEARCHRES')) };
    }
    const word = args.keyword();
    const alone = FLAGS[word] ?? (session.offers('IMAP4rev1') ? RECENT_WORDS[word] : undefined);
    if (alone) return alone;
    const reader = ARGUMENTS[word];
    if (!reader) throw bad(`SEARCH knows no ${word.slice(0, 40)}`).because('syntax');
    args.space();
    return reader(this);
  }
}
