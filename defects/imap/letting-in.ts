/** Mistakes with what somebody may do in a mailbox: rights that are not asked for, or asked for in vain (RFC 4314 §4, §5). */

import { flagClasses, RIGHTS } from '../../reference-server/imap/backend/rights';
import { no } from '../../reference-server/imap/refusal';
import { replacing } from './responses';
import { account, around, COMMON, defect, type ImapDefect, selected } from './tools';

/** Asks for no right where these are asked for. */
const unasked = (name: string, mistake: string, letter: string): ImapDefect =>
  defect(
    name,
    mistake,
    COMMON,
    account((right) => ({
      permitted: (mailbox, oneOf) =>
        mailbox && oneOf === letter && right.rights(mailbox) !== '' ? mailbox : right.permitted(mailbox, oneOf),
    })),
  );

export const lettingIn: readonly ImapDefect[] = [
  unasked('acl-list-for-everybody', 'Everybody who sees a mailbox may read and change its list.', 'a'),
  unasked('acl-select-for-everybody', 'Everybody who sees a mailbox may select it.', 'r'),
  unasked('acl-delete-for-everybody', 'Everybody who sees a mailbox may delete and rename it.', 'x'),
  unasked('acl-insert-for-everybody', 'Everybody who sees a mailbox may put messages there.', 'i'),
  defect(
    'acl-read-needs-w',
    'SELECT, EXAMINE and STATUS are refused to who may not write.',
    COMMON,
    account((right) => ({
      permitted: (mailbox, oneOf) =>
        right.permitted(mailbox, oneOf === 'r' && mailbox && !right.may(mailbox, 'w') ? 'w' : oneOf),
    })),
  ),
  defect(
    'acl-insert-needs-w',
    'APPEND and COPY are refused to who may not write.',
    COMMON,
    account((right) => ({
      permitted: (mailbox, oneOf) => right.permitted(mailbox, oneOf === 'i' ? 'w' : oneOf),
    })),
  ),
  defect(
    'acl-create-for-everybody',
    'Everybody who sees a mailbox may make others below it.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/948',
    account(() => ({ mayMake: () => true })),
  ),
  defect(
    'acl-myrights-for-everybody',
    'MYRIGHTS is answered to who has no right that shows him the mailbox.',
    COMMON,
    account((right) => ({
      permitted: (mailbox, oneOf) =>
        mailbox && oneOf === 'lrikxa' && right.rights(mailbox) !== '' ? mailbox : right.permitted(mailbox, oneOf),
    })),
  ),
  defect(
    'acl-myrights-needs-r',
    'MYRIGHTS is refused to who may not read.',
    COMMON,
    account((right) => ({
      permitted: (mailbox, oneOf) => right.permitted(mailbox, oneOf === 'lrikxa' ? 'r' : oneOf),
    })),
  ),
  defect('acl-read-write-always', 'SELECT tells READ-WRITE to who may change nothing.', COMMON, {
    ...around(['SELECT'], async (_session, _call, next) => ({ ...(await next())!, code: 'READ-WRITE' })),
  }),
  defect(
    'acl-read-only-for-others',
    'Mailboxes of others are always READ-ONLY.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/883',
    account((right) => ({
      open: (mailbox, { readOnly }) => right.open(mailbox, { readOnly: readOnly || mailbox.account !== right.id }),
    })),
  ),
  defect(
    'acl-permanent-flags-all',
    'PERMANENTFLAGS has all flags, whoever asks.',
    COMMON,
    replacing(
      /^\* OK \[PERMANENTFLAGS \((?!\)).*\)\]/,
      '* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)]',
    ),
  ),
  defect(
    'acl-store-all',
    'Who may change one flag may change all.',
    COMMON,
    selected((right) => ({
      storable: () => (right.may('store') ? flagClasses(RIGHTS) : right.storable()),
    })),
  ),
  defect(
    'acl-store-none',
    'STORE is refused where one of its flags may not be changed.',
    COMMON,
    selected((right) => ({
      store(uids, change) {
        if ((change.flags & ~right.changeable().system) > 0) throw no('You may not change all of them', 'NOPERM');
        return right.store(uids, change);
      },
    })),
  ),
  defect(
    'acl-store-needs-w',
    'Every flag takes w.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1375',
    selected((right) => ({
      may: (what) => (what === 'store' ? right.rights.includes('w') && right.may(what) : right.may(what)),
    })),
  ),
  defect(
    'acl-store-needs-t',
    'Every flag takes t, as if STORE were there for \\Deleted alone.',
    COMMON,
    selected((right) => ({
      may: (what) => (what === 'store' ? right.rights.includes('t') && right.may(what) : right.may(what)),
    })),
  ),
  defect(
    'acl-seen-always',
    'Who reads a message marks it, with or without s.',
    COMMON,
    selected((right) => ({ may: (what) => what === 'seen' || right.may(what) })),
  ),
  defect(
    'acl-expunge-always',
    'EXPUNGE and CLOSE remove messages for everybody.',
    COMMON,
    selected((right) => ({ may: (what) => what === 'expunge' || right.may(what) })),
  ),
  defect(
    'acl-expunge-takes-x',
    'EXPUNGE takes x.',
    COMMON,
    selected((right) => ({ may: (what) => (what === 'expunge' ? right.rights.includes('x') : right.may(what)) })),
  ),
  defect(
    'acl-close-refused',
    'CLOSE is refused to who may not expunge.',
    COMMON,
    around(['CLOSE'], (session, _call, next) => {
      if (!session.selected!.may('expunge')) throw no('You may not expunge here', 'NOPERM');
      return next();
    }),
  ),
  defect(
    'acl-move-always',
    'MOVE takes nothing in the mailbox that messages are taken from.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/39',
    selected((right) => ({ may: (what) => what === 'move' || right.may(what) })),
  ),
  defect(
    'acl-copies-keep-flags',
    'Copies and new messages have flags that one may not set.',
    COMMON,
    account(() => ({ keeping: () => undefined })),
  ),
  defect(
    'acl-copies-fail-for-flags',
    'APPEND and COPY fail where a flag may not be set.',
    COMMON,
    account((right) => ({
      keeping(target) {
        const kept = right.keeping(target);
        return (
          kept &&
          ((message) => {
            if (kept(message).flags !== message.flags) throw no('You may not set those flags', 'NOPERM');
            return message;
          })
        );
      },
    })),
  ),
  defect(
    'acl-uids-for-everybody',
    'APPENDUID and COPYUID are told to who may not read.',
    COMMON,
    account((right) => ({
      may: (mailbox, oneOf) => (oneOf === 'r' && right.may(mailbox, 'i')) || right.may(mailbox, oneOf),
    })),
  ),
  defect(
    'acl-list-shows-all',
    'LIST shows mailboxes of others on which one has any right.',
    COMMON,
    account((right) => ({
      may: (mailbox, oneOf) => right.may(mailbox, oneOf === 'l' ? RIGHTS : oneOf),
    })),
  ),
  defect(
    'acl-list-needs-r',
    'LIST shows mailboxes of others to who may read them.',
    COMMON,
    account((right) => ({
      may: (mailbox, oneOf) => right.may(mailbox, oneOf) && (oneOf !== 'l' || right.may(mailbox, 'r')),
    })),
  ),
  defect(
    'acl-unsubscribe-needs-l',
    'UNSUBSCRIBE is refused where the mailbox may not be seen.',
    COMMON,
    around(['UNSUBSCRIBE'], (session, { args }, next) => {
      const name = args.clone();
      name.space();
      const found = session.account!.find(name.astring());
      if (found) session.account!.permitted(found, 'l');
      return next();
    }),
  ),
  defect(
    'acl-lsub-refused',
    'LSUB is refused for a mailbox that may not be seen.',
    COMMON,
    around(['LSUB'], (session, { args }, next) => {
      const name = args.clone();
      name.space();
      name.astring();
      name.space();
      const found = session.account!.find(name.listMailbox());
      if (found) session.account!.permitted(found, 'l');
      return next();
    }),
  ),
  defect(
    'acl-not-inherited',
    'A new mailbox is its owner’s alone, whatever the one above it allows.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/2059',
    account(() => ({ inherit: () => {} })),
  ),
  defect(
    'acl-survives-delete',
    'A mailbox that is made anew has the list of one that was deleted.',
    COMMON,
    account((right) => {
      const kept = new Map<string, { identifier: string; rights: string }[]>();
      return {
        delete(mailbox) {
          kept.set(mailbox.name, right.session.store.rights.of(mailbox.id));
          right.delete(mailbox);
        },
        create(name, options) {
          const made = right.create(name, options);
          for (const { identifier, rights } of kept.get(name) ?? [])
            right.session.store.rights.set(made.id, identifier, rights);
          return made;
        },
      };
    }),
  ),
  defect(
    'acl-lost-in-rename',
    'RENAME loses the list.',
    COMMON,
    account((right) => ({
      rename(from, to) {
        right.rename(from, to);
        const { rights } = right.session.store;
        for (const { identifier } of rights.of(from.id)) rights.set(from.id, identifier, '');
      },
    })),
  ),
];
