/** Mistakes with what may be said when: states of a session, and what belongs to one (RFC 9051 §3, §5.5, §6). */

import { bad } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { after, around, COMMON, defect, forgiving, type ImapDefect, losingTheRest } from './tools';

/** Tags that a session has seen. */
const used = new WeakMap<Session, Set<string>>();

/** Refuses these commands in a session of this kind, and carries them out in every other. */
function refusedWhere(commands: readonly string[], where: (session: Session) => boolean): ImapSeams {
  return around(commands, async (session, { name }, next) => {
    if (where(session)) throw bad(`${name} is not for now`);
    return next();
  });
}

const withoutMailbox = ({ selected }: Session) => !selected;
const withMailbox = ({ selected }: Session) => selected !== undefined;

/** What needs a login and no mailbox. */
const OF_THE_ACCOUNT = [
  'CREATE',
  'DELETE',
  'RENAME',
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'LIST',
  'LSUB',
  'STATUS',
  'NAMESPACE',
];

export const states: readonly ImapDefect[] = [
  defect(
    'commands-without-mailbox',
    'Commands that need a selected mailbox are answered OK without one.',
    COMMON,
    forgiving('all', ['needs-mailbox']),
  ),
  defect(
    'account-commands-only-before-select',
    'Commands about mailboxes are refused once one is selected.',
    COMMON,
    refusedWhere(OF_THE_ACCOUNT, withMailbox),
  ),
  defect(
    'status-needs-mailbox',
    'STATUS is refused until a mailbox is selected.',
    COMMON,
    refusedWhere(['STATUS'], withoutMailbox),
  ),
  defect(
    'idle-needs-mailbox',
    'IDLE is refused until a mailbox is selected.',
    'https://github.com/linagora/james-project/issues/5321',
    refusedWhere(['IDLE'], withoutMailbox),
  ),
  defect(
    'capability-needs-login',
    'CAPABILITY is refused before the login.',
    COMMON,
    refusedWhere(['CAPABILITY'], ({ account }) => !account),
  ),
  defect(
    'noop-unknown',
    'There is no NOOP.',
    COMMON,
    refusedWhere(['NOOP'], () => true),
  ),
  defect(
    'status-deselects',
    'STATUS ends the selection.',
    COMMON,
    after(['STATUS'], (session) => session.deselect()),
  ),
  defect('tag-used-once', 'A tag that was used before is refused.', COMMON, {
    async around(session, { tag, name }, next) {
      const seen = used.get(session) ?? new Set();
      used.set(session, seen);
      if (name !== 'GREETING' && seen.has(tag)) throw bad('That tag was used');
      seen.add(tag);
      return next();
    },
  }),
  defect('empty-line-ends-session', 'An empty line ends the session.', COMMON, {
    async around(session, { raw, name }, next) {
      if (raw.segments[0] === '' && name !== 'GREETING') session.connection.destroy();
      return next();
    },
  }),
  defect(
    'pipelined-lost',
    'Of commands that come together only the first is done.',
    'https://github.com/stalwartlabs/stalwart/issues/765',
    losingTheRest('all'),
  ),
  defect(
    'deleted-mailbox-ends-session',
    'A session whose mailbox was deleted breaks off without a word.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/903',
    {
      async around(session, _call, next) {
        if (session.selected?.deleted) session.connection.destroy();
        return next();
      },
    },
  ),
];
