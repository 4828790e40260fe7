/** What stands behind OK, NO, BAD, PREAUTH, BYE: a response code perhaps, and a text (RFC 3501 §7.1, §9). */
import { readCapabilities } from './capability';
import type { Cursor } from './cursor';
import { readFlags } from './flags';
import { isRegisteredCode } from './registries';
import { readRanges, readUidSet } from './sets';

/** What a response code told, for the session. */
export interface Code {
  name: string;
  number?: number;
  capabilities?: string[];
}

const OPEN_BRACKET = 91;

/** Codes that have nothing behind them: RFC 3501 §7.1, RFC 5530 §3, RFC 3516 §4.3, RFC 6154 §6, RFC 8437 §3, RFC 7162 §3.1.2.2, RFC 4467. */
const BARE: ReadonlySet<string> = new Set(
  `ALERT PARSE READ-ONLY READ-WRITE TRYCREATE UIDNOTSTICKY UNAVAILABLE AUTHENTICATIONFAILED AUTHORIZATIONFAILED EXPIRED PRIVACYREQUIRED CONTACTADMIN
  NOPERM INUSE EXPUNGEISSUED CORRUPTION SERVERBUG CLIENTBUG CANNOT LIMIT OVERQUOTA ALREADYEXISTS NONEXISTENT UNKNOWN-CTE TOOBIG NOMODSEQ CLOSED
  NOTSAVED HASCHILDREN USEATTR COMPRESSIONACTIVE`.split(/\s+/),
);

const CODES: Readonly<Record<string, (cursor: Cursor, code: Code) => void>> = {
  CAPABILITY: (cursor, code) => {
    code.capabilities = readCapabilities(cursor);
  },
  PERMANENTFLAGS: (cursor) => {
    cursor.within('imap-permanent-flags', () => {
      cursor.space();
      readFlags(cursor, 'permanent');
    });
  },
  UIDNEXT: nzCode,
  UIDVALIDITY: nzCode,
  UNSEEN: nzCode,
  // RFC 7162 §7.
  HIGHESTMODSEQ: (cursor, code) => {
    code.number = cursor.within('imap-highest-modseq', () => {
      cursor.space();
      return cursor.modSequence();
    });
  },
  MODIFIED: (cursor) => {
    cursor.within('imap-modified', () => {
      cursor.space();
      readRanges(cursor);
    });
  },
  // RFC 4315 §4.
  APPENDUID: (cursor) => {
    cursor.within('imap-append-uid', () => {
      cursor.space();
      cursor.nzNumber();
      cursor.space();
      readUidSet(cursor);
    });
  },
  COPYUID: (cursor) => {
    cursor.within('imap-copy-uid', () => {
      cursor.space();
      cursor.nzNumber();
      cursor.space();
      const from = readUidSet(cursor);
      cursor.space();
      const at = cursor.at;
      const to = readUidSet(cursor);
      cursor.ledger.check('imap-copy-uid-pairs', from === to, `${from} messages were copied to ${to}`, at);
    });
  },
  BADCHARSET: (cursor) => {
    cursor.within('imap-bad-charset', () => {
      if (cursor.octet !== 32) return;
      cursor.space();
      cursor.list(() => cursor.astring(), { least: 1 });
    });
  },
};

function nzCode(cursor: Cursor, code: Code): void {
  cursor.within('imap-numbers-of-select', () => {
    cursor.space();
    code.number = cursor.nzNumber();
  });
}

/** Up to the end. @returns the code, where there is one */
export function readStatusText(cursor: Cursor, rev2: boolean): Code | undefined {
  const { ledger } = cursor;
  const code = cursor.octet === OPEN_BRACKET ? readCode(cursor) : undefined;
  const at = cursor.at;
  const text = cursor.rest();
  // RFC 9051 §9 lets it be empty.
  if (!rev2) ledger.check('imap-text-follows', text !== '', 'a text of one character at least comes here', at);
  const odd = text.search(cursor.international ? /[\0\r]/ : /[\0\r\x80-\xff]/);
  ledger.check('imap-text', odd < 0, 'an octet that stands in no text', at + Math.max(0, odd));
  return code;
}

function readCode(cursor: Cursor): Code {
  return cursor.within('imap-response-code', () => {
    cursor.at++;
    const at = cursor.at;
    const code: Code = { name: cursor.atom('the name of a response code').toUpperCase() };
    cursor.ledger.check('imap-code-registered', isRegisteredCode(code.name), `${code.name} is in no registry`, at);
    const read = CODES[code.name];
    if (read !== undefined) read(cursor, code);
    else if (BARE.has(code.name))
      cursor.within('imap-bare-response-code', () =>
        cursor.octet === 93 ? undefined : cursor.fail(`nothing stands behind ${code.name}`),
      );
    else skipUnknown(cursor);
    cursor.demand(']');
    // What RFC 9051 §9 and RFC 3501 §9 part by a space.
    if (!cursor.isAtEnd) cursor.demand(' ');
    return code;
  });
}

/** `atom [SP 1*<any TEXT-CHAR except "]">]` */
function skipUnknown(cursor: Cursor): void {
  if (cursor.octet === 93) return;
  cursor.space();
  const from = cursor.at;
  while (cursor.octet !== undefined && cursor.octet !== 93) cursor.at++;
  if (cursor.at === from) cursor.fail('something stands behind the space');
}
