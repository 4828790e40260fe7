/** STATUS, SEARCH, ESEARCH and the like: RFC 3501 §7.2, RFC 9051 §7.3, RFC 4731 §4. */
import type { Cursor } from './cursor';
import { readMailbox } from './mailbox-name';
import { readRanges } from './sets';

export interface StatusTold {
  mailbox: string;
  items: Map<string, number>;
}

/** RFC 3501 §9, RFC 9051 §9, RFC 7162 §7, RFC 8438 §3, RFC 7889 §5; RFC 8474 §7 has MAILBOXID. */
const NON_ZERO: ReadonlySet<string> = new Set(['UIDNEXT', 'UIDVALIDITY']);
const NUMBERS: ReadonlySet<string> = new Set([...NON_ZERO, 'MESSAGES', 'RECENT', 'UNSEEN', 'DELETED']);
const LARGE: ReadonlySet<string> = new Set(['SIZE', 'HIGHESTMODSEQ', 'DELETED-STORAGE']);

export function readStatus(cursor: Cursor): StatusTold {
  return cursor.within('imap-status', () => {
    cursor.space();
    const mailbox = readMailbox(cursor);
    cursor.space();
    const items = new Map<string, number>();
    cursor.list(() => {
      const at = cursor.at;
      const name = cursor.atom('the name of an item').toUpperCase();
      cursor.space();
      if (LARGE.has(name)) items.set(name, cursor.number64());
      else if (NUMBERS.has(name)) items.set(name, NON_ZERO.has(name) ? cursor.nzNumber() : cursor.number());
      else if (name === 'APPENDLIMIT') readLimit(cursor);
      else if (name === 'MAILBOXID') cursor.list(() => cursor.astring(), { least: 1 });
      else cursor.fail(`${name} is the name of no item`, at);
    });
    return { mailbox, items };
  });
}

function readLimit(cursor: Cursor): void {
  if (cursor.isNil()) cursor.nil();
  else cursor.number64();
}

/** RFC 3501 §7.2.5, RFC 5256 §4; RFC 7162 §3.1.5 and §3.1.9 put a mod-sequence at the end. */
export function readSearch(cursor: Cursor, rule: 'imap-search' | 'imap-sort' = 'imap-search'): number[] {
  return cursor.within(rule, () => {
    const found: number[] = [];
    while (cursor.octet === 32) {
      cursor.space();
      if (cursor.has('(')) {
        cursor.within('imap-search-modseq', () => readSearchModseq(cursor, found.length));
        break;
      }
      found.push(cursor.nzNumber());
    }
    return found;
  });
}

/** What stands in its parentheses (RFC 7162 §7): behind one number at least. */
function readSearchModseq(cursor: Cursor, found: number): void {
  if (found === 0) cursor.fail('a mod-sequence stands behind what was found, and nothing was');
  cursor.demand('MODSEQ');
  cursor.space();
  cursor.modSequence();
  cursor.demand(')');
}

/** RFC 5256 §5: `(1 2)(3 (4)(5 6))`, and nothing at all where nothing was found. */
export function readThreads(cursor: Cursor): void {
  cursor.within('imap-thread', () => {
    if (cursor.octet !== 32) return;
    cursor.space();
    do readThread(cursor);
    while (opens(cursor));
  });
}

function opens({ octet }: Cursor): boolean {
  return octet === 40;
}

/** Without recursion: a conversation may be as deep as it is long. */
function readThread(cursor: Cursor): void {
  /** Of each conversation that is open, how many stand in it side by side. */
  const open: number[] = [];
  do {
    if (cursor.has('(')) {
      if (open.length > 0) open[open.length - 1]!++;
      open.push(0);
      if (opens(cursor)) continue;
      cursor.nzNumber();
      let parted = false;
      while (cursor.octet === 32 && !parted) {
        cursor.space();
        parted = opens(cursor);
        if (!parted) cursor.nzNumber();
      }
      if (!parted && opens(cursor)) cursor.fail('a space stands before what divides');
    } else {
      cursor.demand(')');
      if (open.pop() === 1) cursor.fail('what follows alone stands behind, and not in parentheses');
    }
  } while (open.length > 0);
}

export interface EsearchTold {
  tag: string | undefined;
  isUid: boolean;
  names: string[];
  count?: number;
}

export function readEsearch(cursor: Cursor): EsearchTold {
  return cursor.within('imap-esearch', () => {
    const { at } = cursor;
    const told: EsearchTold = { tag: undefined, isUid: false, names: [] };
    if (cursor.octets.toString('latin1', cursor.at, cursor.at + 2) === ' (') {
      cursor.space();
      cursor.demand('(');
      cursor.demand('TAG');
      cursor.space();
      told.tag = cursor.string();
      cursor.demand(')');
    }
    while (cursor.octet === 32) {
      cursor.space();
      const name = cursor.atom('the name of a result').toUpperCase();
      if (name === 'UID' && told.names.length === 0 && !told.isUid) told.isUid = true;
      else {
        told.names.push(name);
        cursor.space();
        readResult(cursor, name, told);
      }
    }
    // RFC 4731 §3.1; RFC 9051 §6.4.4.
    if (told.count === 0) {
      const shown = told.names.filter((name) => name === 'MIN' || name === 'MAX' || name === 'ALL');
      cursor.ledger.check(
        'imap-esearch-of-nothing',
        shown.length === 0,
        `nothing was found, and ${shown.join(' and ')} tells of it`,
        at,
      );
    }
    return told;
  });
}

function readResult(cursor: Cursor, name: string, told: EsearchTold): void {
  if (name === 'MIN' || name === 'MAX') cursor.nzNumber();
  else if (name === 'COUNT') told.count = cursor.number();
  else if (name === 'MODSEQ') cursor.modSequence();
  else if (name === 'ALL') cursor.within('imap-esearch-set', () => readRanges(cursor));
  else if (cursor.octet === 40) skipList(cursor);
  else cursor.astring();
}

/** RFC 4466 §3: what later RFCs may return. */
function skipList(cursor: Cursor): void {
  cursor.list(() => (cursor.octet === 40 ? skipList(cursor) : void cursor.astring()));
}

/** RFC 7162 §3.2.10. */
export function readVanished(cursor: Cursor): { earlier: boolean; ranges: [from: number, to: number][] } {
  return cursor.within('imap-response', () => {
    cursor.space();
    const earlier = cursor.has('(EARLIER)');
    if (earlier) cursor.space();
    return { earlier, ranges: readRanges(cursor) };
  });
}
