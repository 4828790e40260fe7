/** Mistakes with who gets what (RFC 5321 §4.2.5, §6.1). */

import { reply } from '../../reference-server/smtp/reply';
import type { Session } from '../../reference-server/smtp/session';
import type { Recipient } from '../../reference-server/smtp/transaction';
import { COMMON, defect, on, parts, rewriting, type SmtpDefect } from './tools';

const OK = reply(250, '2.1.5', 'OK');

/** The accounts that the header's To and Cc fields name. */
function named(content: Buffer, { context }: Session, recipients: readonly Recipient[]): Recipient[] {
  const [header] = parts(content);
  const fields = header.match(/^(?:To|Cc):.*(?:\r\n[ \t].*)*/gim)?.join(' ') ?? '';
  const addresses = fields.match(/[^\s<>,;:"]+@[^\s<>,;"]+/g) ?? [];
  return addresses.flatMap((address) => {
    const at = address.lastIndexOf('@');
    const account = context.directory.resolve(address.slice(0, at), address.slice(at + 1));
    return account ? [{ ...recipients[0]!, account }] : [];
  });
}

export const delivery: readonly SmtpDefect[] = [
  defect('half-message-delivered', 'A message that a lost connection cut off is delivered.', COMMON, {
    rules: { deliversHalfMessages: true },
  }),
  defect('large-message-lost', 'A message of more than 60,000 octets is answered 250 and never stored.', COMMON, {
    rules: { deliveredTo: ({ recipients }, content) => (content.length > 60_000 ? [] : distinct(recipients)) },
  }),
  defect(
    'unknown-user-accepted',
    'A recipient that does not exist is accepted and its mail lost.',
    'https://github.com/greenmail-mail-test/greenmail/issues/13',
    {
      reply: (_, answer, verb) => (verb === 'RCPT' && answer.enhanced === '5.1.1' ? OK : answer),
    },
  ),
  defect('open-relay', 'Mail for any domain is accepted from anybody.', 'CVE-1999-0512', {
    reply: (_, answer, verb) => (verb === 'RCPT' && answer.enhanced === '5.7.1' ? OK : answer),
  }),
  defect(
    'only-first-recipient',
    'Of several recipients only the first gets the message.',
    'https://github.com/moggers87/salmon/issues/48',
    { rules: { deliveredTo: ({ recipients }) => recipients.slice(0, 1) } },
  ),
  defect(
    'only-last-recipient',
    'Each RCPT replaces the recipient before it.',
    'https://github.com/davidmoten/subethasmtp/issues/36',
    {
      rules: { deliveredTo: ({ recipients }) => recipients.slice(-1) },
    },
  ),
  defect(
    'duplicate-delivered-twice',
    'A recipient that is named twice gets the message twice.',
    'https://github.com/foxcpp/maddy/issues/94',
    {
      rules: { deliveredTo: ({ recipients }) => recipients },
    },
  ),
  defect(
    'header-adds-recipients',
    'Addresses in To and Cc get the message besides those of the envelope.',
    'https://github.com/ggpwnkthx/Microsoft-Graph-SMTP-Relay/issues/48',
    {
      rules: {
        deliveredTo: ({ recipients }, content, session) =>
          distinct([...recipients, ...named(content, session, recipients)]),
      },
    },
  ),
  defect(
    'header-decides',
    'Local addresses in To and Cc get the message in place of those of the envelope.',
    'https://github.com/mkitchingh/Smtp-Relay/pull/6',
    {
      rules: {
        deliveredTo({ recipients }, content, session) {
          const there = named(content, session, recipients);
          return distinct(there.length > 0 ? there : recipients);
        },
      },
    },
  ),
  defect(
    'size-limit-not-kept',
    'Messages larger than the announced size are accepted.',
    'https://github.com/cosullivan/SmtpServer/issues/225',
    {
      rules: { sizeLimit: () => Number.POSITIVE_INFINITY },
    },
  ),
  defect('large-message-cut', 'A message larger than the announced size is cut there and accepted.', COMMON, {
    rules: {
      sizeLimit: () => Number.POSITIVE_INFINITY,
      content: (content, _, { context }) => content.subarray(0, context.limits.messageSize),
    },
  }),
  defect(
    'declared-size-ignored',
    'MAIL with a SIZE beyond the limit is accepted.',
    COMMON,
    rewriting('MAIL', / SIZE=\d+/i, ''),
  ),
  defect('declared-size-cuts', 'Content beyond the declared size is cut off.', COMMON, {
    rules: {
      content: (content, { declaredSize }) => (declaredSize > 0 ? content.subarray(0, declaredSize) : content),
    },
  }),
  defect(
    'recipients-beyond-limit-permanent',
    'A recipient beyond the limit is refused for good, with 550.',
    'https://github.com/emersion/go-smtp/issues/195',
    {
      reply: (_, answer) => (answer.enhanced === '4.5.3' ? reply(550, '5.5.3', 'Too many recipients') : answer),
    },
  ),
  defect('fifty-recipients', 'The fifty-first recipient of a message is refused.', COMMON, {
    ...on('RCPT', (session, _, next) =>
      (session.transaction?.recipients.length ?? 0) >= 50
        ? session.send(reply(452, '4.5.3', 'Too many recipients'))
        : next(),
    ),
  }),
  defect('refused-rcpt-clears-recipients', 'A recipient that is refused takes those before it along.', COMMON, {
    reply(session, answer, verb) {
      if (verb === 'RCPT' && answer.code >= 500) session.transaction?.recipients.splice(0);
      return answer;
    },
  }),
  defect(
    'bounces-refused-for-postmaster',
    'Mail with a null reverse-path is refused for postmaster.',
    COMMON,
    on('RCPT', (session, { argument }, next) =>
      session.transaction?.reversePath.text === '' && /:<postmaster/i.test(argument)
        ? session.send(reply(550, '5.7.1', 'No bounces for postmaster'))
        : next(),
    ),
  ),
];

function distinct(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((recipient) => [recipient.account.id, recipient])).values()];
}
