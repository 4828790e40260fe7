/** Mistakes with messages: numbers, sizes, marks and names (RFC 1939 §5, §7). */

import { randomBytes } from 'node:crypto';
import { type Answer, err, ok } from '../../reference-server/pop3/answer';
import type { Entry, Maildrop } from '../../reference-server/pop3/maildrop';
import { answering, asIfUnmarked, COMMON, defect, latin1, ofMaildrop, on, type Pop3Defect, whenLost } from './tools';

/** How often the pattern is found in a message. */
const found = (maildrop: Maildrop, entry: Entry, pattern: RegExp): number =>
  latin1(maildrop.content(entry)!).match(pattern)?.length ?? 0;

export const maildrop: readonly Pop3Defect[] = [
  defect(
    'dele-at-once',
    'DELE removes the message at once; RSET does not bring it back.',
    COMMON,
    on('DELE', async (session, _, next) => {
      const answer = await next();
      if (answer?.ok) await session.maildrop?.update();
      return answer;
    }),
  ),
  defect(
    'lost-connection-deletes',
    'Marked messages are removed when the connection is lost.',
    COMMON,
    whenLost((session) => session.maildrop?.update()),
  ),
  defect(
    'quit-keeps-messages',
    'QUIT does not remove the messages that are marked.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1130',
    on('QUIT', (session, _, next) => {
      session.maildrop?.unmark();
      return next();
    }),
  ),
  defect(
    'quit-removes-what-arrived',
    'QUIT writes the maildrop anew, without what arrived during the session.',
    COMMON,
    on('QUIT', async ({ maildrop, context: { store } }, _, next) => {
      if (maildrop?.entries.some(({ deleted }) => deleted)) {
        const known = new Set(maildrop.entries.map(({ uid }) => uid));
        const late = store.messages.range(maildrop.mailbox).filter(({ uid }) => !known.has(uid));
        const uids = late.map(({ uid }) => uid);
        await store.grouped(() => void store.messages.expunge(maildrop.mailbox, uids, maildrop));
      }
      return next();
    }),
  ),
  defect(
    'rset-ignored',
    'RSET is answered +OK and takes no mark away.',
    COMMON,
    on('RSET', (session, _, next) => (session.state === 'transaction' ? ok('Reset') : next())),
  ),
  defect(
    'deleted-still-listed',
    'LIST and UIDL show messages that are marked as deleted.',
    'https://github.com/twisted/twisted/issues/9094',
    on('LIST UIDL', (session, { argument }, next) => (argument === '' ? asIfUnmarked(session, next) : next())),
  ),
  defect(
    'deleted-still-counted',
    'STAT counts messages that are marked as deleted.',
    'https://github.com/billpg/POP3Listener/issues/9',
    on('STAT', (session, _, next) => asIfUnmarked(session, next)),
  ),
  defect(
    'deleted-still-retrieved',
    'RETR and TOP give a message that is marked as deleted.',
    'https://github.com/inbucket/inbucket/pull/618',
    on('RETR TOP', (session, _, next) => asIfUnmarked(session, next)),
  ),
  defect(
    'deleted-twice',
    'DELE of a message that is marked already is answered +OK.',
    COMMON,
    on('DELE', (session, { argument }, next) => {
      const entry = session.maildrop?.entries[Number(argument) - 1];
      return entry?.deleted ? ok('Deleted') : next();
    }),
  ),
  defect(
    'numbers-close-up',
    'Messages are numbered anew after DELE.',
    COMMON,
    on('LIST RETR DELE TOP UIDL', (session, command, next) => {
      const present = session.maildrop?.present() ?? [];
      command.argument = command.argument.replace(/^\d+/, (n) => String(present[Number(n) - 1]?.number ?? 0));
      return next();
    }),
  ),
  defect(
    'retr-deletes',
    'RETR marks the message as deleted.',
    COMMON,
    on('RETR', async (session, { argument }, next) => {
      const answer = await next();
      const entry = session.maildrop?.entries[Number(argument) - 1];
      if (answer?.ok && entry) entry.deleted = true;
      return answer;
    }),
  ),
  defect(
    'list-of-one-as-list',
    'LIST with a number is answered with a list of all.',
    'https://github.com/axllent/mailpit/issues/518',
    on('LIST', (_, command, next) => {
      command.argument = '';
      return next();
    }),
  ),
  defect(
    'list-of-one-without-number',
    'LIST with a number is answered with the size alone.',
    'https://github.com/twisted/twisted/issues/10542',
    on('LIST', async (_, { argument }, next) => {
      const answer = await next();
      return answer?.ok && argument !== '' ? ok(answer.text.replace(/^\d+ /, '')) : answer;
    }),
  ),
  defect(
    'size-counts-lf',
    'Sizes count a line end as one octet.',
    COMMON,
    ofMaildrop((right) => ({ size: (entry) => right.size(entry) - found(right, entry, /\r\n/g) })),
  ),
  defect(
    'size-counts-stuffing',
    'Sizes count the dots that byte-stuffing adds.',
    COMMON,
    ofMaildrop((right) => ({ size: (entry) => right.size(entry) + found(right, entry, /(^|\r\n)\./g) })),
  ),
  defect(
    'uidl-is-number',
    'The unique-id of a message is its number.',
    'https://github.com/jorritfolmer/TA-dmarc/issues/36',
    ofMaildrop(() => ({ uniqueId: ({ number }) => String(number) })),
  ),
  defect(
    'uidl-changes',
    'Unique-ids are made anew in every session.',
    COMMON,
    ofMaildrop((right) => {
      const session = randomBytes(4).toString('hex');
      return { uniqueId: (entry) => `${session}.${right.uniqueId(entry)}` };
    }),
  ),
  defect(
    'uidl-too-long',
    'Unique-ids have more than 70 characters.',
    COMMON,
    ofMaildrop((right) => ({ uniqueId: (entry) => right.uniqueId(entry).padEnd(80, 'x') })),
  ),
  defect(
    'uidl-from-content',
    'Messages with the same content have the same unique-id.',
    COMMON,
    ofMaildrop((right) => ({ uniqueId: (entry) => `size-${right.size(entry)}` })),
  ),
  defect(
    'new-mail-appears',
    'Messages that come during a session are counted by STAT.',
    COMMON,
    on('STAT', (session, _, next) => {
      const mailbox = session.maildrop && session.context.store.mailboxes.get(session.maildrop.mailbox);
      return mailbox ? ok(`${mailbox.messages} ${mailbox.size}`) : next();
    }),
  ),
  defect(
    'message-zero',
    'Message 0 is the first message.',
    'https://github.com/stalwartlabs/stalwart/pull/3296',
    on('LIST RETR DELE TOP UIDL', (_, command, next) => {
      command.argument = command.argument.replace(/^0(?= |$)/, '1');
      return next();
    }),
  ),
  defect(
    'number-prefix-taken',
    'Digits at the start of an argument are taken for the number: RETR 1x gives message 1.',
    COMMON,
    on('LIST RETR DELE UIDL', (_, command, next) => {
      command.argument = command.argument.replace(/^(\d+)\D.*$/, '$1');
      return next();
    }),
  ),
  defect(
    'missing-message-hangs-up',
    'A number without a message closes the connection.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1513',
    answering('LIST RETR DELE TOP UIDL', (answer: Answer, session) => {
      if (!answer.ok) session.end();
      return answer;
    }),
  ),
  defect(
    'empty-maildrop-refused',
    'LIST and UIDL of an empty maildrop are answered -ERR.',
    COMMON,
    answering('LIST UIDL', (answer) => (answer.payload?.length === 0 ? err('No messages') : answer)),
  ),
];
