/** Mistakes with mailboxes: making, removing, renaming, subscribing (RFC 9051 §6.3). */

import type { AccountBackend } from '../../reference-server/imap/backend/account';
import type { Call } from '../../reference-server/imap/command';
import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import { SEPARATOR } from '../../reference-server/store/types';
import { account, after, around, COMMON, defect, forgiving, type ImapDefect, refusing } from './tools';

/** The mailbox that a command names first. */
function named(session: Session, { args }: Call): string {
  args.space();
  return readMailbox(session, args);
}

function find(session: Session, name: string) {
  return session.store.mailboxes.find(session.account!.id, name);
}

export const mailboxes: readonly ImapDefect[] = [
  defect(
    'create-existing-ok',
    'CREATE of what exists succeeds.',
    'https://github.com/hmailserver/hmailserver/issues/65',
    forgiving(['CREATE'], ['ALREADYEXISTS']),
  ),
  defect(
    'create-cannot-untold',
    'A name that can never be is refused without saying so.',
    COMMON,
    refusing(['CREATE'], ['CANNOT'], (_session, _call, { message }) => no(message)),
  ),
  defect(
    'trailing-delimiter-kept',
    'A delimiter at the end of a name is taken for a part of it.',
    COMMON,
    around(['CREATE', 'RENAME'], async (session, call, next) => {
      const args = call.args.clone();
      let name = named(session, { ...call, args });
      if (call.name === 'RENAME') name = named(session, { ...call, args });
      if (name.endsWith(SEPARATOR)) throw no('A name has no empty parts', 'CANNOT');
      return next();
    }),
  ),
  defect(
    'delete-inbox',
    'INBOX can be deleted.',
    'https://github.com/linagora/james-project/issues/5349',
    forgiving(['DELETE'], ['CANNOT', 'NONEXISTENT']),
  ),
  defect(
    'delete-inferiors',
    'DELETE removes what lies below too.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/349',
    {
      ...around(['DELETE'], async (session, call, next) => {
        const mailbox = find(session, named(session, { ...call, args: call.args.clone() }));
        const below = mailbox ? session.store.mailboxes.inferiors(mailbox) : [];
        const done = await next();
        for (const { id } of below) session.store.mailboxes.delete(id, { by: session });
        return done;
      }),
    },
  ),
  defect(
    'delete-unsubscribes',
    'DELETE ends the subscription.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/88',
    after(['DELETE'], (session, call) => {
      session.store.mailboxes.unsubscribe(session.account!.id, named(session, call));
    }),
  ),
  defect(
    'unsubscribe-ignored',
    'UNSUBSCRIBE changes nothing.',
    'https://github.com/cmail-mta/cmail/issues/51',
    after(['UNSUBSCRIBE'], (session, call) => {
      session.store.mailboxes.subscribe(session.account!.id, named(session, call), session);
    }),
  ),
  defect(
    'rename-leaves-inferiors',
    'RENAME leaves behind what lies below.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/109',
    {
      ...around(['RENAME'], async (session, call, next) => {
        const from = named(session, { ...call, args: call.args.clone() });
        const old = find(session, from);
        const below = old ? session.store.mailboxes.inferiors(old) : [];
        const done = await next();
        for (const { id, name } of below)
          if (find(session, name) === undefined) session.store.mailboxes.rename(id, name);
        return done;
      }),
    },
  ),
  defect(
    'rename-overwrites',
    'RENAME to a name that is taken removes what was there.',
    COMMON,
    forgiving(['RENAME'], ['ALREADYEXISTS'], (session, call) => {
      const from = find(session, named(session, call))!;
      const to = find(session, named(session, call))!;
      session.store.mailboxes.delete(to.id, { by: session });
      session.store.mailboxes.rename(from.id, to.name, session);
    }),
  ),
  defect(
    'rename-below-itself-loses',
    'RENAME of a mailbox to a name below its own is answered OK, and its messages are gone.',
    COMMON,
    {
      ...around(['RENAME'], async (session, call, next) => {
        const copy = { ...call, args: call.args.clone() };
        const from = named(session, copy);
        if (from === 'INBOX' || !named(session, copy).startsWith(`${from}${SEPARATOR}`)) return next();
        session.store.mailboxes.delete(find(session, from)!.id, { by: session });
        return { text: 'RENAME completed' };
      }),
    },
  ),
  defect(
    'rename-inbox-loses-inbox',
    'RENAME of INBOX leaves no INBOX.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1507',
    {
      ...around(['RENAME'], async (session, call, next) => {
        const copy = { ...call, args: call.args.clone() };
        if (named(session, copy) !== 'INBOX') return next();
        session.store.mailboxes.rename(find(session, 'INBOX')!.id, named(session, copy), session);
        return { text: 'RENAME completed' };
      }),
    },
  ),
  defect(
    'inbox-case',
    'INBOX is known in capitals only.',
    'https://github.com/stalwartlabs/stalwart/pull/33',
    account((right) => ({
      name: (text) => (/^inbox$/i.test(text) && text !== 'INBOX' ? `${text}${SEPARATOR}-` : right.name(text)),
    })),
  ),
  defect(
    'name-path-traversal',
    'A name that leads out of the mailboxes is followed.',
    'CVE-2002-1782',
    account((right) => ({
      name: (text) => (/(?:^|\/)\.{1,2}(?:\/|$)|^[/~]|^$|^[*%]$/.test(text) ? 'INBOX' : right.name(text)),
    })),
  ),
  defect(
    'name-goes-on-as-command',
    'What stands behind a line end in the name that STATUS is given is taken for the next command.',
    'https://github.com/ruby/net-imap/pull/701',
    around(['STATUS'], async (session, { raw }, next) => {
      for (const literal of raw.literals) {
        const end = literal.octets.indexOf('\r\n');
        if (end >= 0) session.connection.unread(literal.octets.subarray(end + 2));
      }
      return next();
    }),
  ),
  defect(
    'names-reach-others',
    'A name that leads to the mailbox of another user is followed.',
    'CVE-2021-40525',
    account((right) => ({
      find: (name) => inboxOfOther(right, name) ?? right.find(name),
      target: (name) => inboxOfOther(right, name) ?? right.target(name),
    })),
  ),
];

/** As paths and names of several servers lead to it. */
function inboxOfOther({ owner, session: { store } }: AccountBackend, name: string) {
  const [, way] =
    /(?:\.\.\/|^~|^#?user[./]|^Other Users\/|^#mail\.|^INBOX\.\.\.|^\/var\/mail\/)([^/]+(?:\/INBOX)?)$/.exec(name) ??
    [];
  const user = way?.replace(/[./]INBOX$/, '');
  if (!user) return undefined;
  const account = store.accounts.find(user.includes('@') ? user : `${user}@${owner.address.replace(/^.*@/, '')}`);
  const inbox = account && store.mailboxes.find(account.id, 'INBOX');
  // He does there what he would do at home.
  return inbox && { ...inbox, account: owner.id };
}
