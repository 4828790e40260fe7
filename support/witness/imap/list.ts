/** LIST and LSUB: RFC 3501 §7.2.2, §9; RFC 5258 §6; RFC 9051 §7.3.1. */
import type { Cursor } from './cursor';
import { readMailbox } from './mailbox-name';

/** RFC 3501 §9: at most one of them. */
const SELECTABILITY: ReadonlySet<string> = new Set(['\\NOSELECT', '\\MARKED', '\\UNMARKED']);
/** The registry "IMAP Mailbox Name Attributes": RFC 3501 §7.2.2, RFC 5258 §4, RFC 6154 §2, RFC 3348 §3, RFC 8457 §4, RFC 9051 §7.3.1. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `\\NOINFERIORS \\NOSELECT \\MARKED \\UNMARKED \\NONEXISTENT \\SUBSCRIBED \\REMOTE \\HASCHILDREN \\HASNOCHILDREN \\ALL \\ARCHIVE \\DRAFTS \\FLAGGED \\JUNK
  \\SENT \\TRASH \\IMPORTANT \\MEMOS \\SCHEDULED \\SNOOZED`.split(/\s+/),
);

/** @returns the name */
export function readList(cursor: Cursor): string {
  return cursor.within('imap-list', () => {
    cursor.space();
    readAttributes(cursor);
    cursor.space();
    cursor.within('imap-list-delimiter', () => readDelimiter(cursor));
    cursor.space();
    const mailbox = readMailbox(cursor);
    if (cursor.isAtEnd) return mailbox;
    cursor.within('imap-list-extended', () => {
      cursor.space();
      cursor.list(() => readExtended(cursor), { least: 1 });
    });
    return mailbox;
  });
}

function readAttributes(cursor: Cursor): void {
  const from = cursor.at;
  const attributes = cursor.within('imap-list-attributes', () =>
    cursor.list(() => {
      const at = cursor.at;
      cursor.demand('\\');
      const attribute = `\\${cursor.atom('an attribute').toUpperCase()}`;
      cursor.ledger.check('imap-list-registered', ATTRIBUTES.has(attribute), `${attribute} is in no registry`, at);
      return attribute;
    }),
  );
  const selectability = attributes.filter((attribute) => SELECTABILITY.has(attribute));
  cursor.ledger.check(
    'imap-list-selectability',
    selectability.length < 2,
    `${selectability.join(' and ')} stand together`,
    from,
  );
  const both = attributes.includes('\\HASCHILDREN') && attributes.includes('\\HASNOCHILDREN');
  if (attributes.some((attribute) => /CHILDREN$/.test(attribute)))
    cursor.ledger.check('imap-list-children', !both, '\\HasChildren and \\HasNoChildren stand together', from);
}

/** One character in quotes, or NIL. */
function readDelimiter(cursor: Cursor): string | undefined {
  if (cursor.isNil()) {
    cursor.nil();
    return undefined;
  }
  if (cursor.octet !== 34) return cursor.fail('a delimiter stands in quotes');
  const at = cursor.at;
  const delimiter = cursor.quoted();
  if (delimiter.length !== 1) cursor.fail('a delimiter is one character', at);
  return delimiter;
}

/** RFC 5258 §6: a tag, and its value. */
function readExtended(cursor: Cursor): void {
  const tag = cursor.astring().toUpperCase();
  cursor.space();
  // RFC 9051 §7.3.1.
  if (tag === 'CHILDINFO') cursor.list(() => cursor.string(), { least: 1 });
  else if (tag === 'OLDNAME') cursor.list(() => readMailbox(cursor), { least: 1 });
  else readTagged(cursor);
}

/** RFC 4466 §3: a number, a set, or a list of strings and lists. */
function readTagged(cursor: Cursor): void {
  if (cursor.octet !== 40) cursor.astring();
  else cursor.list(() => readTagged(cursor));
}
