import type { Message } from '../../store/types';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { type Partial, readPartial, readSection, type Section } from '../syntax/section';
import type { Reading } from './reading';
import { sectionOctets } from './sections';
import type { Writer } from './writers';

/** One data item that FETCH asks for (RFC 9051 §6.4.5). */
export type Item = { kind: Simple } | OctetsItem | OtherItem;

/** An item that an extension brings. */
interface OtherItem {
  kind: 'other';
  /** What tells it from other such items, where that is more than its being another object. */
  word?: string;
  /** Called once for each FETCH that asks for it, before the first answer. */
  writer(session: Session): Writer;
}

type Simple = 'FLAGS' | 'UID' | 'INTERNALDATE' | 'RFC822.SIZE' | 'ENVELOPE' | 'BODY' | 'BODYSTRUCTURE';

/** An item that is answered with octets of the message. */
export interface OctetsItem {
  kind: 'octets';
  source: Source;
  /** Of an old form (`RFC822.TEXT`); empty where the section is the name. */
  name: string;
  section: Section;
  partial: Partial | undefined;
  peek: boolean;
}

/** Where octets of a message come from, and how they are written. */
export interface Source {
  /** The word before the section. */
  readonly word: string;
  /** Null where the message has no such section; throws a Refusal where it cannot be given. */
  octets(session: Session, message: Message, section: Section, reading: Reading): Buffer | null;
  /** The item's name and its octets, as they stand in the response. */
  written(name: string, octets: Buffer): [start: string, octets: Buffer];
}

/** Reads what may follow an item's word, and gives the item. */
export type ItemReader = (args: Arguments, word: string) => Item;

/** The message as it is, NUL apart. */
export const BODY: Source = {
  word: 'BODY',
  octets: sectionOctets,
  written: (name, octets) => [`${name} {${octets.length}}\r\n`, withoutNul(octets)],
};

/** A literal cannot hold NUL (RFC 9051 §9, CHAR8); a message that came by SMTP may. 0x80 stands for it, as in Dovecot. */
function withoutNul(octets: Buffer): Buffer {
  if (!octets.includes(0)) return octets;
  return Buffer.from(octets.map((octet) => (octet === 0 ? 0x80 : octet)));
}

const MACROS: Readonly<Record<string, Simple[]>> = {
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

const simple = (kind: Simple): ItemReader => {
  return () => ({ kind });
};

const bodySection: ItemReader = (args, word) => {
  const section = readSection(args);
  return { kind: 'octets', source: BODY, name: '', section, partial: readPartial(args), peek: word === 'BODY.PEEK' };
};

/** The data items of both revisions. */
export const ITEMS: Readonly<Record<string, ItemReader>> = {
  FLAGS: simple('FLAGS'),
  UID: simple('UID'),
  INTERNALDATE: simple('INTERNALDATE'),
  'RFC822.SIZE': simple('RFC822.SIZE'),
  ENVELOPE: simple('ENVELOPE'),
  BODYSTRUCTURE: simple('BODYSTRUCTURE'),
  BODY: (args, word) => (args.sees('[') ? bodySection(args, word) : { kind: 'BODY' }),
  'BODY.PEEK': bodySection,
};

const old = (section: Section, peek: boolean): ItemReader => {
  return (_args, name) => ({ kind: 'octets', source: BODY, name, section, partial: undefined, peek });
};

/** RFC 3501 §6.4.5: other names for sections. */
export const OLD_ITEMS: Readonly<Record<string, ItemReader>> = {
  RFC822: old({ part: [] }, false),
  'RFC822.HEADER': old({ part: [], text: 'HEADER' }, true),
  'RFC822.TEXT': old({ part: [], text: 'TEXT' }, false),
};

/** Those items, and what is missing of others that shall be there as well. */
export function withItems(items: readonly Item[], others: readonly Item[]): Item[] {
  const isThere = (other: Item) =>
    items.some((item) => item === other || (item.kind === other.kind && wordOf(item) === wordOf(other)));
  return [...items, ...others.filter((other) => !isThere(other))];
}

function wordOf(item: Item): string | undefined {
  return item.kind === 'other' ? item.word : undefined;
}

const WORD = /[A-Za-z0-9.]+/y;

/** A macro, one item, or a list of items. */
export function readItems(session: Session, args: Arguments): Item[] {
  if (args.sees('(')) return args.list(() => readItem(session, args));
  const word = args.match(/(?:all|fast|full)(?=$| )/iy);
  if (word) return MACROS[word.toUpperCase()]!.map((kind) => ({ kind }));
  return [readItem(session, args)];
}

function readItem({ tables }: Session, args: Arguments): Item {
  const word = args.match(WORD)?.toUpperCase() ?? args.fail('a data item is missing');
  const read = tables.fetch.get(word);
  if (!read) throw bad(`FETCH knows no ${word.slice(0, 40)}`).because('syntax');
  return read(args, word);
}
