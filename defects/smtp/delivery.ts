/** Mistakes with who gets what (RFC 5321 §4.2.5, §6.1). */

import { behind, distinct } from '../../reference-server/delivery/behind';
import type { Delivery } from '../../reference-server/delivery/delivery';
import type { FinalRecipient, Mail, Recipient } from '../../reference-server/delivery/mail';
import { type Reply, reply } from '../../reference-server/delivery/reply';
import { HALF_MESSAGES } from './half';
import { STORED_LATE } from './late';
import { WITHOUT_LIMIT } from './sizes';
import {
  altering,
  answering,
  COMMON,
  defect,
  delivering,
  on,
  overlooking,
  parts,
  rewriting,
  type SmtpDefect,
} from './tools';

const OK = reply(250, '2.1.5', 'OK');
const TOO_MANY = reply(452, '4.5.3', 'Too many recipients');

/** Delivers to somebody else than the envelope says. */
const deliveredTo = (choose: (mail: Mail, right: Delivery) => ReadonlyArray<Recipient | FinalRecipient>) =>
  delivering((right) => ({ recipients: (mail) => choose(mail, right).flatMap(behind) }));

/** Answers 250 to a recipient that is refused with this enhanced code. */
const forgiving = (enhanced: string) =>
  answering('RCPT', (answer): Reply => (answer.enhanced === enhanced ? OK : answer));

/** The accounts that these fields of the header name. */
function named({ content, envelope }: Mail, delivery: Delivery, names = 'To|Cc'): Recipient[] {
  const [header] = parts(content);
  const fields = header.match(new RegExp(`^(?:${names}):.*(?:\\r\\n[ \\t].*)*`, 'gim'))?.join(' ') ?? '';
  const addresses = fields.match(/[^\s<>,;:"]+@[^\s<>,;"]+/g) ?? [];
  return addresses.flatMap((address) => {
    const at = address.lastIndexOf('@');
    const path = { local: address.slice(0, at), domain: address.slice(at + 1), text: address };
    const destination = delivery.resolve(path, false);
    return 'code' in destination ? [] : [{ ...envelope.recipients[0]!, ...destination }];
  });
}

export const delivery: readonly SmtpDefect[] = [
  defect('half-message-delivered', 'A message that a lost connection cut off is delivered.', COMMON, HALF_MESSAGES),
  defect(
    'large-message-lost',
    'A message of more than 60,000 octets is answered 250 and never stored.',
    COMMON,
    deliveredTo((mail, right) => (mail.content.length > 60_000 ? [] : right.recipients(mail))),
  ),
  defect(
    'stored-late',
    'A message is stored a moment after its 250; a connection that breaks before takes it along.',
    COMMON,
    STORED_LATE,
  ),
  defect(
    'delivered-twice',
    'Each recipient gets the message twice.',
    COMMON,
    deliveredTo((mail, right) => [...right.recipients(mail), ...right.recipients(mail)]),
  ),
  defect(
    'unknown-user-accepted',
    'A recipient that does not exist is accepted and its mail lost.',
    'https://github.com/greenmail-mail-test/greenmail/issues/13',
    forgiving('5.1.1'),
  ),
  defect(
    'open-relay',
    'Mail for any domain is accepted from anybody.',
    'CVE-1999-0512',
    delivering((right) => ({ resolve: (path) => right.resolve(path, true) })),
  ),
  defect(
    'only-first-recipient',
    'Of several recipients only the first gets the message.',
    'https://github.com/moggers87/salmon/issues/48',
    deliveredTo(({ envelope }) => envelope.recipients.slice(0, 1)),
  ),
  defect(
    'only-last-recipient',
    'Each RCPT replaces the recipient before it.',
    'https://github.com/davidmoten/subethasmtp/issues/36',
    deliveredTo(({ envelope }) => envelope.recipients.slice(-1)),
  ),
  defect(
    'duplicate-delivered-twice',
    'A recipient that is named twice gets the message twice.',
    'https://github.com/foxcpp/maddy/issues/94',
    deliveredTo(({ envelope }) => envelope.recipients),
  ),
  defect(
    'header-adds-recipients',
    'Addresses in To and Cc get the message besides those of the envelope.',
    'https://github.com/ggpwnkthx/Microsoft-Graph-SMTP-Relay/issues/48',
    deliveredTo((mail, right) => distinct([...right.recipients(mail), ...named(mail, right)])),
  ),
  defect(
    'blind-copies-delivered',
    'Addresses in Bcc and Delivered-To get the message besides those of the envelope.',
    COMMON,
    deliveredTo((mail, right) => distinct([...right.recipients(mail), ...named(mail, right, 'Bcc|Delivered-To')])),
  ),
  defect(
    'header-decides',
    'Local addresses in To and Cc get the message in place of those of the envelope.',
    'https://github.com/mkitchingh/Smtp-Relay/pull/6',
    deliveredTo((mail, right) => {
      const there = named(mail, right);
      return there.length > 0 ? distinct(there) : right.recipients(mail);
    }),
  ),
  defect(
    'size-limit-not-kept',
    'Messages larger than the announced size are accepted.',
    'https://github.com/cosullivan/SmtpServer/issues/225',
    WITHOUT_LIMIT,
  ),
  defect(
    'large-message-cut',
    'A message larger than the announced size is cut and accepted.',
    COMMON,
    overlooking('tooBig'),
  ),
  defect(
    'declared-size-ignored',
    'MAIL with a SIZE beyond the limit is accepted.',
    COMMON,
    rewriting('MAIL', / SIZE=\d+/i, ''),
  ),
  defect(
    'declared-size-cuts',
    'Content beyond the declared size is cut off.',
    COMMON,
    altering((content, { envelope: { declaredSize } }) =>
      declaredSize > 0 ? content.subarray(0, declaredSize) : content,
    ),
  ),
  defect(
    'recipients-beyond-limit-permanent',
    'A recipient beyond the limit is refused for good, with 550.',
    'https://github.com/emersion/go-smtp/issues/195',
    answering('RCPT', (answer) =>
      answer.enhanced === TOO_MANY.enhanced ? reply(550, '5.5.3', 'Too many recipients') : answer,
    ),
  ),
  defect(
    'fifty-recipients',
    'The fifty-first recipient of a message is refused.',
    COMMON,
    on('RCPT', ({ transaction }, _, next) => ((transaction?.recipients.length ?? 0) >= 50 ? TOO_MANY : next())),
  ),
  defect(
    'refused-rcpt-clears-recipients',
    'A recipient that is refused takes those before it along.',
    COMMON,
    answering('RCPT', (answer, { transaction }) => {
      if (answer.code >= 500) transaction?.recipients.splice(0);
      return answer;
    }),
  ),
  defect(
    'bounces-refused-for-postmaster',
    'Mail with a null reverse-path is refused for postmaster.',
    COMMON,
    on('RCPT', (session, { argument }, next) =>
      session.transaction?.reversePath.text === '' && /:<postmaster/i.test(argument)
        ? reply(550, '5.7.1', 'No bounces for postmaster')
        : next(),
    ),
  ),
];
