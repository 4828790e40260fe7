/** Mistakes with QUOTA and with what a full account may do (RFC 9208, RFC 6851 §4.1). */

import { no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import { composed } from '../../reference-server/seams';
import type { Message } from '../../reference-server/store/types';
import { editing, replacing, withholding } from './responses';
import { account, around, COMMON, defect, forgiving, type ImapDefect, refusing, retyping, selected } from './tools';

const QUOTAS = ['GETQUOTA', 'GETQUOTAROOT'];

/** What each session has copied, whatever it has removed since. */
const copied = new WeakMap<Session, number>();

const copies = ({ current }: Session) => current?.name.endsWith('COPY') ?? false;
const sizeOf = (messages: readonly Message[]) => messages.reduce((sum, { size }) => sum + size, 0);

export const quotas: readonly ImapDefect[] = [
  defect(
    'quota-of-any-root',
    'GETQUOTA for a root that there is not tells of the only one that there is.',
    'https://github.com/greenmail-mail-test/greenmail/issues/1024',
    retyping(['GETQUOTA'], () => ' account'),
  ),
  defect(
    'quota-root-unnamed',
    'QUOTAROOT names the mailbox alone.',
    'https://github.com/greenmail-mail-test/greenmail/issues/497',
    replacing(/^(\* QUOTAROOT .+) account\r\n/, '$1\r\n'),
  ),
  defect('quota-untold', 'Roots are named, and their quotas are not told.', COMMON, withholding(/^\* QUOTA /)),
  defect('quota-roots-untold', 'Quotas are told, and no roots.', COMMON, withholding(/^\* QUOTAROOT /)),
  defect(
    'quota-of-mailboxes-alone',
    'GETQUOTAROOT is refused where there is no such mailbox, as RFC 2087 had it.',
    'https://github.com/greenmail-mail-test/greenmail/issues/1001',
    around(['GETQUOTAROOT'], (session, { args }, next) => {
      const name = args.clone();
      name.space();
      if (!session.account!.find(session.account!.name(name.astring()))) throw no('There is no such mailbox');
      return next();
    }),
  ),
  defect(
    'quota-name-bare',
    'The name of a mailbox stands in QUOTAROOT as an atom, whatever is in it.',
    'https://github.com/jakartaee/mail-api/issues/32',
    { out: (response) => response.replace(/^(\* QUOTAROOT )"(.+)" account\r\n/, '$1$2 account\r\n') },
  ),
  defect(
    'quota-without-limits',
    'A QUOTA response tells what there is, and not what there may be.',
    COMMON,
    editing((response) => (response.startsWith('* QUOTA ') ? response.replace(/(\d+) \d+/g, '$1') : response)),
  ),
  defect(
    'quota-counts-no-messages',
    'MESSAGE counts the messages of INBOX alone.',
    COMMON,
    account((right) => ({
      resources: () =>
        right
          .resources()
          .map((one) => (one.name === 'MESSAGE' ? { ...one, usage: right.find('INBOX')!.messages } : one)),
    })),
  ),
  defect(
    'quota-message-unannounced',
    'MESSAGE is limited and not announced.',
    COMMON,
    replacing(/ QUOTA=RES-MESSAGE/, ''),
  ),
  defect(
    'quota-storage-unannounced',
    'STORAGE is limited and not announced.',
    COMMON,
    replacing(/ QUOTA=RES-STORAGE/, ''),
  ),
  defect(
    'quota-in-capitals',
    'GETQUOTA and GETQUOTAROOT are known in capitals alone.',
    COMMON,
    around(QUOTAS, (_session, { sentName }, next) => {
      if (sentName !== sentName.toUpperCase()) throw no('I do not know that');
      return next();
    }),
  ),
  defect(
    'status-deleted-counts-all',
    'STATUS DELETED is how many messages there are.',
    COMMON,
    account((right) => ({
      status: (mailbox, items) => right.status({ ...mailbox, deleted: mailbox.messages }, items),
    })),
  ),
  defect(
    'status-deleted-is-yes',
    'STATUS DELETED is 1 where anything is \\Deleted.',
    COMMON,
    account((right) => ({
      status: (mailbox, items) => right.status({ ...mailbox, deleted: Math.min(1, mailbox.deleted) }, items),
    })),
  ),
  defect(
    'status-deleted-storage-is-all',
    'STATUS DELETED-STORAGE is the size of the mailbox.',
    COMMON,
    account((right) => ({
      status(mailbox, items) {
        const told = right.status(mailbox, items);
        return 'DELETED-STORAGE' in told ? { ...told, 'DELETED-STORAGE': mailbox.size } : told;
      },
    })),
  ),
  defect(
    'status-deleted-storage-is-nothing',
    'STATUS DELETED-STORAGE is always 0.',
    COMMON,
    replacing(/DELETED-STORAGE \d+/, 'DELETED-STORAGE 0'),
  ),
  defect(
    'overquota-of-copies-untold',
    'Copies for which there is no room are refused without saying so.',
    COMMON,
    refusing(['COPY', 'UID COPY'], ['OVERQUOTA'], (_session, _call, { message }) => no(message)),
  ),
  defect(
    'overquota-copies-some',
    'Where there is no room for all copies some are made.',
    COMMON,
    composed([
      account((right) => ({
        room(octets) {
          if (!copies(right.session)) right.room(octets);
        },
      })),
      selected((right) => ({
        copy(uids, to) {
          const { id, quota } = right.session.account!.owner;
          const left = quota - right.session.store.accounts.usage(id).size;
          const fitting = uids.filter((_uid, index) => left >= sizeOf(right.present(uids.slice(0, index + 1))));
          if (fitting.length < uids.length) {
            right.copy(uids.slice(0, fitting.length + 1), to);
            throw no('The account is full', 'OVERQUOTA');
          }
          return right.copy(uids, to);
        },
      })),
    ]),
  ),
  defect(
    'overquota-told-always',
    'A session that has selected nothing is told again and again that the account is nearly full.',
    COMMON,
    around(QUOTAS, (session, _call, next) => {
      session.untagged('NO [OVERQUOTA] Your mail is nearly too much');
      return next();
    }),
  ),
  defect(
    'move-needs-room',
    'MOVE is refused where there is no room for a second copy of the messages.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1316',
    selected((right) => ({
      move(uids, to) {
        right.session.account!.room(sizeOf(right.present(uids)));
        return right.move(uids, to);
      },
    })),
  ),
  defect(
    'quota-counts-what-is-gone',
    'What was removed counts until the session ends.',
    'https://github.com/modoboa/modoboa/pull/4184',
    account((right) => ({
      room(octets) {
        right.room(octets);
        if (!copies(right.session)) return;
        const sum = (copied.get(right.session) ?? 0) + octets;
        if (sum > right.owner.quota / 2) throw no('The account is full', 'OVERQUOTA');
        copied.set(right.session, sum);
      },
    })),
  ),
  defect(
    'overquota-forgiven',
    'What there is no room for is answered OK and lost.',
    COMMON,
    forgiving(['APPEND', 'COPY', 'UID COPY'], ['OVERQUOTA']),
  ),
];
