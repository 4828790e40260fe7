import { bad, type Refusal } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { type Partial, readPartial, readSection, type Section } from '../syntax/section';

/** One data item that FETCH asks for (RFC 9051 §6.4.5). */
export type Item = { kind: Simple } | OctetsItem | { kind: 'binary-size'; section: Section };

type Simple = 'FLAGS' | 'UID' | 'INTERNALDATE' | 'RFC822.SIZE' | 'ENVELOPE' | 'BODY' | 'BODYSTRUCTURE';

/** An item that is answered with octets of the message. */
export interface OctetsItem {
  kind: 'section' | 'binary';
  /** Of an old form (`RFC822.TEXT`); empty where the section is the name. */
  name: string;
  section: Section;
  partial: Partial | undefined;
  peek: boolean;
}

const MACROS: Readonly<Record<string, Simple[]>> = {
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

/** RFC 3501 §6.4.5: other names for sections. */
const OLD_NAMES: Readonly<Record<string, { text?: 'HEADER' | 'TEXT'; peek: boolean }>> = {
  RFC822: { peek: false },
  'RFC822.HEADER': { text: 'HEADER', peek: true },
  'RFC822.TEXT': { text: 'TEXT', peek: false },
};

const WORD = /[A-Za-z0-9.]+/y;

/** A macro, one item, or a list of items. */
export function readItems(session: Session, args: Arguments): Item[] {
  if (args.sees('(')) return args.list(() => readItem(session, args));
  const word = args.match(/(?:all|fast|full)$/iy);
  if (word) return MACROS[word.toUpperCase()]!.map((kind) => ({ kind }));
  return [readItem(session, args)];
}

function readItem(session: Session, args: Arguments): Item {
  const word = args.match(WORD)?.toUpperCase() ?? args.fail('a data item is missing');
  if (args.sees('[')) return readBracketed(session, args, word);
  const old = session.offers('IMAP4rev1') ? OLD_NAMES[word] : undefined;
  if (old) {
    const section: Section = old.text ? { part: [], text: old.text } : { part: [] };
    return { kind: 'section', name: word, section, partial: undefined, peek: old.peek };
  }
  if (MACROS.FULL!.includes(word as Simple) || word === 'UID' || word === 'BODYSTRUCTURE')
    return { kind: word as Simple };
  throw unknown(word);
}

function unknown(word: string): Refusal {
  return bad(`FETCH knows no ${word.slice(0, 40)}`).because('syntax');
}

function readBracketed(session: Session, args: Arguments, word: string): Item {
  if (word === 'BODY' || word === 'BODY.PEEK') {
    const section = readSection(args);
    return { kind: 'section', name: '', section, partial: readPartial(args), peek: word === 'BODY.PEEK' };
  }
  if (!session.offers('BINARY')) throw unknown(word);
  if (word === 'BINARY' || word === 'BINARY.PEEK') {
    const section = readSection(args, true);
    return { kind: 'binary', name: '', section, partial: readPartial(args), peek: word === 'BINARY.PEEK' };
  }
  if (word === 'BINARY.SIZE') return { kind: 'binary-size', section: readSection(args, true) };
  throw unknown(word);
}
