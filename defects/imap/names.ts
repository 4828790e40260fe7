/** Mistakes with names: what they may hold, and who knows them (RFC 9051 §5.1, §6.3). */

import type { Call } from '../../reference-server/imap/command';
import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { bad, no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import { composed } from '../../reference-server/seams';
import { renaming } from './responses';
import { account, around, COMMON, defect, forgiving, type ImapDefect, said } from './tools';

/** Stands for a NUL in names as they are kept: U+2400, SYMBOL FOR NULL, in modified UTF-7. */
const NUL = '&JAA-';
function withoutNul(octets: Buffer): Buffer {
  return Buffer.from(octets.toString('latin1').replaceAll('\0', NUL), 'latin1');
}

/** Octets for which a careless server has room. */
const ROOM = 200;

function named(session: Session, { args }: Call): string {
  args.space();
  return readMailbox(session, args);
}

export const names: readonly ImapDefect[] = [
  defect(
    'names-made-tame',
    'CREATE writes underscores for what is no letter, digit, dot or hyphen.',
    COMMON,
    account((right) => ({ create: (name, options) => right.create(name.replace(/[^\w./-]/g, '_'), options) })),
  ),
  defect('long-name-crash', 'A name that is long ends the server.', 'CVE-2004-1211', {
    ...around(['CREATE'], async (session, call, next) => {
      if (said(call).length > ROOM) session.connection.destroy();
      return next();
    }),
  }),
  defect(
    'nul-comes-back',
    'A NUL in a name is kept and told.',
    COMMON,
    composed([
      around(['CREATE'], async (_session, { raw }, next) => {
        for (const literal of raw.literals) literal.octets = withoutNul(literal.octets);
        return next();
      }),
      renaming((name, written) => (name.includes(NUL) ? `"${name.replaceAll(NUL, '\0')}"` : written)),
    ]),
  ),
  defect(
    'normalised-by-create-alone',
    'CREATE normalises a name, and SELECT does not.',
    COMMON,
    around(['SELECT', 'EXAMINE'], async ({ utf8 }, call, next) => {
      // Combining marks, U+0300 and those behind it, in UTF-8.
      if (utf8 && /\xcc[\x80-\xbf]/.test(said(call))) throw no('There is no such mailbox', 'NONEXISTENT');
      return next();
    }),
  ),
  defect(
    'inbox-made-by-mail',
    'INBOX is not there before a message comes.',
    COMMON,
    account((right) => ({
      find(name) {
        const mailbox = right.find(name);
        return name === 'INBOX' && mailbox?.uidNext === 1 ? undefined : mailbox;
      },
    })),
  ),
  defect(
    'mailboxes-as-at-login',
    'What another session made is not known before the next login.',
    COMMON,
    account((right) => {
      const known = new Set(right.session.store.mailboxes.list(right.id).map(({ id }) => id));
      return {
        find(name) {
          const mailbox = right.find(name);
          return mailbox && known.has(mailbox.id) ? mailbox : undefined;
        },
        create(name, options) {
          const mailbox = right.create(name, options);
          known.add(mailbox.id);
          return mailbox;
        },
      };
    }),
  ),
  defect(
    'delete-ignored',
    'DELETE removes nothing.',
    COMMON,
    account(() => ({ delete: () => {} })),
  ),
  defect(
    'delete-parent-bad',
    'DELETE of a mailbox that has others below it is answered BAD.',
    COMMON,
    account((right) => ({
      delete(mailbox) {
        if (right.session.store.mailboxes.inferiors(mailbox).length > 0) throw bad('There are mailboxes below it');
        right.delete(mailbox);
      },
    })),
  ),
  defect(
    'rename-missing-ok',
    'RENAME of a mailbox that does not exist is answered OK.',
    COMMON,
    forgiving(['RENAME'], ['NONEXISTENT']),
  ),
  defect(
    'status-missing-ok',
    'STATUS of a mailbox that does not exist is answered OK.',
    COMMON,
    forgiving(['STATUS'], ['NONEXISTENT']),
  ),
  defect(
    'select-missing-ok',
    'SELECT of a mailbox that does not exist is answered OK.',
    COMMON,
    forgiving(['SELECT', 'EXAMINE'], ['NONEXISTENT']),
  ),
  defect(
    'subscribe-ignored',
    'SUBSCRIBE changes nothing.',
    COMMON,
    account(() => ({ subscribe: () => {} })),
  ),
  defect(
    'subscribe-twice-no',
    'SUBSCRIBE of what is subscribed is answered NO.',
    COMMON,
    account((right) => ({
      subscribe(name) {
        if (right.session.store.mailboxes.subscriptions(right.id).includes(name)) throw no('That is subscribed');
        right.subscribe(name);
      },
    })),
  ),
  defect(
    'subscribe-unchecked',
    'SUBSCRIBE takes names that nobody has.',
    COMMON,
    forgiving(['SUBSCRIBE'], ['NONEXISTENT']),
  ),
  defect(
    'use-forgotten',
    'CREATE does not keep the use that it was given.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/2592',
    account((right) => ({ create: (name) => right.create(name) })),
  ),
  defect(
    'unknown-use-ignored',
    'CREATE passes over a use that it does not know.',
    COMMON,
    forgiving(['CREATE'], ['USEATTR'], (session, call) => void session.account!.create(named(session, call))),
  ),
];
