/** Mistakes with APPEND (RFC 9051 §6.3.12, RFC 3502). */

import type { ImapHook } from '../../reference-server/imap/hooks';
import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import { Arguments } from '../../reference-server/imap/syntax/arguments';
import type { Mailbox } from '../../reference-server/store/types';
import { editing } from './responses';
import { COMMON, choosing, defect, type ImapDefect, refusing } from './tools';

/** Makes the mailbox that a command puts messages into. */
function made(command: string): ReturnType<typeof choosing> {
  return choosing({
    missingTarget: (session, name, asked): Mailbox | undefined =>
      asked === command ? session.store.mailboxes.create(session.account!.id, name, { by: session }) : undefined,
  });
}

export const creating = { append: made('APPEND'), copy: made('COPY') };

/** Refuses what a command asks for without the code that says how the client can help itself. */
export function withoutTryCreate(command: string): ImapHook {
  return refusing([command, `UID ${command}`], ['TRYCREATE'], (_session, _call, { message }) => no(message));
}

/** The messages that an APPEND gives before the place where it breaks off or goes wrong. */
function storeThose(session: Session, args: Arguments): void {
  args.space();
  const mailbox = session.store.mailboxes.find(session.account!.id, readMailbox(session, args));
  for (;;) {
    args.space();
    const literal = args.tryLiteral();
    if (!literal || literal.octets.length === 0 || !mailbox) return;
    session.store.messages.append(mailbox.id, [{ content: literal.octets }], session);
  }
}

/** A reader that stands after the name of an APPEND. */
function afterName(raw: ConstructorParameters<typeof Arguments>[0]): Arguments {
  const args = new Arguments(raw);
  args.tag();
  args.space();
  args.atom();
  return args;
}

export const appending: readonly ImapDefect[] = [
  defect(
    'append-adds-newline',
    'A message that does not end in a line end gets one.',
    'https://github.com/jstedfast/MailKit/issues/251',
    choosing({
      appended: (octets) =>
        octets.toString('latin1').endsWith('\r\n') ? octets : Buffer.concat([octets, Buffer.from('\r\n')]),
    }),
  ),
  defect(
    'append-strips-eighth-bit',
    'The eighth bit of octets is lost.',
    COMMON,
    choosing({
      appended: (octets) => Buffer.from(octets.map((octet) => octet & 0x7f)),
    }),
  ),
  defect(
    'append-drops-flags',
    'The flags are not set.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/93',
    choosing({ appendKeepsFlags: false }),
  ),
  defect(
    'append-ignores-date',
    'The internal date is that of the command.',
    COMMON,
    choosing({ appendKeepsDate: false }),
  ),
  defect('append-creates-mailbox', 'A mailbox that does not exist is made.', COMMON, creating.append),
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
    choosing({
      literalBroke: (session, raw, octets) => {
        const args = afterName(raw);
        args.space();
        const mailbox = session.store.mailboxes.find(session.account!.id, readMailbox(session, args));
        if (mailbox) session.store.messages.append(mailbox.id, [{ content: octets }], session);
      },
    }),
  ),
  defect('multiappend-partial', 'Of several messages those before a wrong one are kept.', COMMON, {
    ...refusing(['APPEND'], ['empty'], (session, { args }, refusal) => {
      storeThose(session, args);
      return refusal;
    }),
    ...choosing({ literalBroke: (session, raw) => storeThose(session, afterName(raw)) }),
  }),
];
