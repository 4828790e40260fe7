/** Mistakes with UTF-8 in names, strings and headers (RFC 6855, RFC 6858). */

import { decodeName, readMailbox } from '../../reference-server/imap/mailbox-name';
import { bad, no } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { encodeUtf7 } from '../../reference-server/imap/syntax/modified-utf7';
import { readSequenceSet } from '../../reference-server/imap/syntax/sequence-set';
import { composed } from '../../reference-server/seams';
import { replacing } from './responses';
import { account, after, around, COMMON, defect, forgiving, type ImapDefect, refusing, retyping, said } from './tools';

const UTF8 = 'UTF8=ACCEPT';
const BEYOND_ASCII = /[\x80-\xff]/;
const EVERY_NAME = /^\* (?:LIST|LSUB|STATUS|ACL|MYRIGHTS|QUOTAROOT|LISTRIGHTS) /;

/** Carries these commands out as for a client that has enabled UTF-8, or as for one that has not. */
function taking(commands: readonly string[], utf8: boolean): ImapSeams {
  return around(commands, async ({ enabled }, _call, next) => {
    const before = enabled.has(UTF8);
    if (utf8) enabled.add(UTF8);
    else enabled.delete(UTF8);
    try {
      return await next();
    } finally {
      if (before) enabled.add(UTF8);
      else enabled.delete(UTF8);
    }
  });
}

/** Does something else for clients that have enabled UTF-8. */
function enabledDo(commands: readonly string[], instead: () => Error): ImapSeams {
  return around(commands, async ({ enabled }, _call, next) => {
    if (enabled.has(UTF8)) throw instead();
    return next();
  });
}

/** Rewrites what goes out to clients that have enabled UTF-8, or to those that have not. */
function rewriting(utf8: boolean, what: RegExp, write: (text: string) => string): ImapSeams {
  return {
    out: (response, { enabled }) => (enabled.has(UTF8) === utf8 && what.test(response) ? write(response) : response),
  };
}

/** Quoted strings in UTF-8 as others write names. */
function inUtf7(response: string): string {
  return response.replace(/"([^"]*[\x80-\xff][^"]*)"/g, (_all, name: string) => `"${encodeUtf7(unicode(name))}"`);
}

function unicode(binary: string): string {
  return Buffer.from(binary, 'latin1').toString('utf8');
}

/** The messages that an APPEND brings, edited. */
function bringing(edit: (octets: Buffer) => Buffer): ImapSeams {
  return around(['APPEND'], async (_session, { raw }, next) => {
    for (const literal of raw.literals) if (literal.binary) literal.octets = edit(literal.octets);
    return next();
  });
}

/** Writes other messages than were asked for to be copied. */
function copyingShown(session: Session, { args, uid }: { args: Parameters<typeof readSequenceSet>[0]; uid: boolean }) {
  const selected = session.selected!;
  args.space();
  const set = readSequenceSet(args, []);
  args.space();
  const target = session.account!.target(readMailbox(session, args));
  const messages = selected.present(selected.named(set, uid));
  const content = messages.map(({ blob }) => ({ content: session.reading.content(blob) }));
  session.store.messages.expunge(target.id, session.store.messages.uids(target.id).slice(-messages.length), session);
  session.store.messages.append(target.id, content, session);
}

export const utf8: readonly ImapDefect[] = [
  defect(
    'utf8-enable-passed-over',
    'ENABLE passes over UTF8=ACCEPT, which is announced.',
    COMMON,
    retyping(['ENABLE'], (text) => text.replace(/UTF8=ACCEPT/gi, 'X')),
  ),
  defect(
    'utf8-enable-in-capitals',
    'ENABLE knows UTF8=ACCEPT in capitals alone.',
    COMMON,
    around(['ENABLE'], async (_session, { args }, next) => {
      if (/utf8=accept/i.test(args.rest) && !/UTF8=ACCEPT/.test(args.rest)) throw bad('I do not know that');
      return next();
    }),
  ),
  defect(
    'utf8-no-select',
    'After ENABLE UTF8=ACCEPT no mailbox can be opened.',
    COMMON,
    enabledDo(['SELECT', 'EXAMINE'], () => bad('Log in again')),
  ),
  defect(
    'utf8-search-as-octets',
    'A string of SEARCH in UTF-8 is taken for one in ISO 8859-1.',
    'https://github.com/cyrusimap/cyrus-imapd/pull/6270',
    retyping(['SEARCH', 'UID SEARCH'], (text) => Buffer.from(text).toString('latin1')),
  ),
  defect(
    'utf8-broken-no',
    'A quoted string that is no UTF-8 is answered NO.',
    COMMON,
    around('all', async (_session, call, next) => {
      if (BEYOND_ASCII.test(said(call)) && unicode(said(call)).includes('\ufffd')) throw no('There is no such mailbox');
      return next();
    }),
  ),
  defect(
    'utf8-search-charset',
    'After ENABLE UTF8=ACCEPT a SEARCH may name a charset.',
    COMMON,
    taking(['SEARCH', 'UID SEARCH'], false),
  ),
  defect(
    'utf8-and-only',
    'UTF8=ACCEPT and UTF8=ONLY are announced together.',
    COMMON,
    replacing(/^(\* CAPABILITY .*UTF8=ACCEPT)/, '$1 UTF8=ONLY'),
  ),
  defect(
    'utf8-names-in-utf7',
    'Names are told in modified UTF-7 to clients that have enabled UTF-8.',
    COMMON,
    rewriting(true, EVERY_NAME, inUtf7),
  ),
  defect(
    'utf8-names-unasked',
    'Names are told in UTF-8 to clients that have not enabled it.',
    'https://github.com/joeyates/imap-backup/issues/119',
    {
      out: (response, session) =>
        session.enabled.has(UTF8) || !EVERY_NAME.test(response)
          ? response
          : response.replace(/"?([^" ]*&[A-Za-z0-9+,]*-[^" \r]*)"?/g, (_all, name: string) => {
              return `"${Buffer.from(decodeName(session, name)).toString('latin1')}"`;
            }),
    },
  ),
  defect(
    'utf8-name-undecoded',
    'A name in UTF-8 is kept as its octets, each for a letter.',
    COMMON,
    account((right) => {
      const kept = (name: string) => (right.session.enabled.has(UTF8) ? Buffer.from(name).toString('latin1') : name);
      return {
        create: (name, options) => right.create(kept(name), options),
        find: (name) => right.find(kept(name)),
      };
    }),
  ),
  defect(
    'utf8-name-ascii-alone',
    'CREATE refuses names in UTF-8.',
    COMMON,
    around(['CREATE'], async (_session, call, next) => {
      const octets = call.raw.literals.some((literal) => literal.octets.some((octet) => octet > 127));
      if (octets || BEYOND_ASCII.test(said(call))) throw no('Names are of ASCII', 'CANNOT');
      return next();
    }),
  ),
  defect(
    'utf8-names-of-other-commands',
    'ACL, MYRIGHTS and QUOTAROOT tell names in modified UTF-7 after ENABLE UTF8=ACCEPT.',
    COMMON,
    rewriting(true, /^\* (?:ACL|MYRIGHTS|QUOTAROOT) /, inUtf7),
  ),
  defect(
    'utf8-pattern-in-utf7',
    'LIST reads its pattern as modified UTF-7 after ENABLE UTF8=ACCEPT.',
    COMMON,
    retyping(['LIST'], (text, { enabled }) => (enabled.has(UTF8) ? inUtf7(text) : text)),
  ),
  defect(
    'utf8-controls-kept',
    'Names may have controls and ends of lines.',
    'seen in Courier 5.0',
    forgiving(['CREATE'], ['CANNOT'], (session, { args }) => {
      args.space();
      session.store.mailboxes.create(session.account!.id, decodeName(session, args.astring()), { by: session });
    }),
  ),
  defect(
    'utf8-append-refused',
    'APPEND refuses headers in UTF-8 from everybody.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/6078',
    composed([taking(['APPEND'], false), refusing(['APPEND'], ['syntax'], () => no('The header is not ASCII'))]),
  ),
  defect(
    'utf8-append-unasked',
    'APPEND takes headers in UTF-8 from everybody.',
    'seen in Courier 5.0',
    taking(['APPEND'], true),
  ),
  defect(
    'utf8-append-wrapped',
    'What comes by UTF8 is kept with its parenthesis.',
    COMMON,
    bringing((octets) => Buffer.concat([octets, Buffer.from(')')])),
  ),
  defect(
    'utf8-append-bare',
    'What comes by UTF8 loses flags and date.',
    COMMON,
    around(['APPEND'], async (_session, { raw }, next) => {
      if (/ UTF8 \(~\{\d+\}$/.test(raw.segments[0]!))
        raw.segments[0] = raw.segments[0]!.replace(/ \([^)]*\) "[^"]*" UTF8/, ' UTF8');
      return next();
    }),
  ),
  defect(
    'utf8-append-one',
    'Of several messages only one may come by UTF8.',
    COMMON,
    around(['APPEND'], async (_session, { raw }, next) => {
      if (raw.literals.filter(({ binary }) => binary).length > 1) throw no('One at a time');
      return next();
    }),
  ),
  defect(
    'utf8-headers-unasked',
    'Headers in UTF-8 are shown to clients that have not enabled it.',
    'https://github.com/modern-email/defects/issues/38',
    taking(['FETCH', 'UID FETCH'], true),
  ),
  defect(
    'utf8-surrogates-for-all',
    'Surrogates are shown to clients that have enabled UTF-8, too.',
    COMMON,
    taking(['FETCH', 'UID FETCH'], false),
  ),
  defect(
    'utf8-subject-of-question-marks',
    'The subject of a surrogate has question marks for what is not ASCII.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/789',
    rewriting(false, /ENVELOPE/, (text) => text.replace(/=\?utf-8\?B\?[^?]*\?=/g, '???')),
  ),
  defect(
    'utf8-address-without-accents',
    'In surrogates addresses lose what is not ASCII, and are those of others.',
    COMMON,
    rewriting(false, /FETCH/, (text) => text.replaceAll('"internationalized-address.invalid"', '"example.org"')),
  ),
  defect(
    'utf8-surrogate-without-date',
    'A surrogate has a subject, and no other field.',
    COMMON,
    rewriting(false, /ENVELOPE .*=\?utf-8/, (text) => text.replace(/ENVELOPE \("[^"]*"/, 'ENVELOPE (NIL')),
  ),
  defect('utf8-surrogate-copied', 'COPY copies the surrogate.', COMMON, after(['COPY', 'UID COPY'], copyingShown)),
];
