/** Mistakes with APPEND (RFC 9051 §6.3.12, RFC 3502). */

import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import type { Arguments } from '../../reference-server/imap/syntax/arguments';
import { parseDate } from '../../reference-server/mime/date';
import { composed } from '../../reference-server/seams';
import type { NewMessage } from '../../reference-server/store/types';
import { editing, replacing } from './responses';
import { account, COMMON, defect, type ImapDefect, refusing } from './tools';
import { whenBroken } from './unfinished';

/** Makes the mailbox that a command puts messages into. */
export function creating(command: 'APPEND' | 'COPY' | 'MOVE'): ImapSeams {
  return account((right) => ({
    target(name) {
      // APPEND's literal is asked for before the command is there.
      const asks = right.session.current?.name ?? 'APPEND';
      return asks.endsWith(command) && !right.find(name)?.selectable ? right.create(name) : right.target(name);
    },
  }));
}

/** Stores messages otherwise than they were given. */
function appended(edit: (message: NewMessage) => NewMessage): ImapSeams {
  return account((right) => ({ append: (target, messages) => right.append(target, messages.map(edit)) }));
}

/** Stores other octets than were given. */
function appendedOctets(edit: (octets: Buffer) => Buffer): ImapSeams {
  return appended((message) => ({ ...message, content: edit(message.content as Buffer) }));
}

/** Refuses what a command asks for without the code that says how the client can help itself. */
export function withoutTryCreate(command: string): ImapSeams {
  return refusing([command, `UID ${command}`], ['TRYCREATE'], (_session, _call, { message }) => no(message));
}

/** The messages that an APPEND gives before the place where it breaks off or goes wrong. */
function storeThose(session: Session, args: Arguments): void {
  args.space();
  const mailbox = session.store.mailboxes.find(session.account!.id, readMailbox(session, args));
  for (;;) {
    const literal = args.trySpace() ? args.tryLiteral() : undefined;
    if (!literal || literal.octets.length === 0 || !mailbox) return;
    session.store.messages.append(mailbox.id, [{ content: literal.octets }], session);
  }
}

export const appending: readonly ImapDefect[] = [
  defect(
    'append-adds-newline',
    'A message that does not end in a line end gets one.',
    'https://github.com/jstedfast/MailKit/issues/251',
    appendedOctets((octets) =>
      octets.toString('latin1').endsWith('\r\n') ? octets : Buffer.concat([octets, Buffer.from('\r\n')]),
    ),
  ),
  defect(
    'append-strips-eighth-bit',
    'The eighth bit of octets is lost.',
    COMMON,
    appendedOctets((octets) => Buffer.from(octets.map((octet) => octet & 0x7f))),
  ),
  defect(
    'append-drops-flags',
    'The flags are not set.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/93',
    appended(({ flags: _, keywords: _none, ...message }) => message),
  ),
  defect(
    'append-ignores-date',
    'The internal date is that of the command.',
    COMMON,
    appended(({ internalDate: _, internalZone: _none, ...message }) => message),
  ),
  defect('append-creates-mailbox', 'A mailbox that does not exist is made.', COMMON, creating('APPEND')),
  defect('append-without-trycreate', 'Its absence is not told by TRYCREATE.', COMMON, withoutTryCreate('APPEND')),
  defect(
    'appenduid-wrong',
    'APPENDUID tells the next UID.',
    COMMON,
    editing((response) =>
      response.replace(/^(\S+ OK \[APPENDUID \d+ )(\d+)/, (_all, start, uid) => start + (Number(uid) + 1)),
    ),
  ),
  defect(
    'append-partial',
    'What came of a message before the connection broke is kept.',
    COMMON,
    whenBroken('APPEND', (session, _raw, args) => storeThose(session, args)),
  ),
  defect(
    'multiappend-partial',
    'Of several messages those before a wrong one are kept.',
    COMMON,
    composed([
      refusing(['APPEND'], ['empty'], (session, { args }, refusal) => {
        storeThose(session, args);
        return refusal;
      }),
      whenBroken('APPEND', (session, { literals }, args) => {
        // The one that broke.
        literals.pop();
        storeThose(session, args);
      }),
    ]),
  ),
  defect(
    'append-adds-field',
    'A message gets a header field of the server.',
    COMMON,
    appendedOctets((octets) => Buffer.concat([Buffer.from('X-Appended: yes\r\n'), octets])),
  ),
  defect(
    'append-dated-by-field',
    'The internal date is that of the Date field, where none is given.',
    'https://github.com/jstedfast/MailKit/issues/880',
    appended((message) => {
      const field = /^Date: (.*)$/im.exec((message.content as Buffer).toString('latin1'))?.[1];
      const date = field === undefined ? undefined : parseDate(field);
      if (!date || message.internalDate !== undefined) return message;
      return { ...message, internalDate: date.time, internalZone: 0 };
    }),
  ),
  defect(
    'appenduid-range',
    'APPENDUID of one message is a range.',
    COMMON,
    replacing(/^(\S+ OK \[APPENDUID \d+) (\d+)\]/, '$1 $2:$2]'),
  ),
  defect(
    'overquota-untold',
    'A message for which there is no room is refused without saying so.',
    COMMON,
    refusing(['APPEND'], ['OVERQUOTA'], (_session, _call, { message }) => no(message)),
  ),
];
