/** Mistakes with what a server sends by itself (RFC 3834), and with what it keeps of the envelope for that. */

import type { FinalRecipient, Mail, Path } from '../../reference-server/delivery/mail';
import { after, COMMON, defect, delivering, on, type SmtpDefect } from './tools';

/** A message is sent back by itself to whom is chosen, beside being delivered. */
const sentBack = (choose: (mail: Mail) => Path | undefined) =>
  delivering((right) => ({
    recipients(mail) {
      const to = choose(mail);
      const back: FinalRecipient[] = to ? [{ kind: 'remote', path: to, domain: to.domain.toLowerCase() }] : [];
      return [...right.recipients(mail), ...back];
    },
  }));

const AUTOMATIC = /^Auto-Submitted: *auto-\w+ *(;|\r)/im;

export const automatic: readonly SmtpDefect[] = [
  defect(
    'null-path-answered',
    'A message from nobody is answered by itself, at its From.',
    'https://github.com/bruceg/nullmailer/issues/69',
    sentBack(({ envelope, content }) => {
      const [, local, domain] = /^From: <(\S+)@(\S+)>/m.exec(content.toString('latin1')) ?? [];
      if (envelope.reversePath.text !== '' || !local || !domain) return undefined;
      return { local, domain, text: `${local}@${domain}` };
    }),
  ),
  defect(
    'automatic-mail-answered',
    'A message that a program wrote is answered by itself.',
    'https://github.com/vexim/vexim2/pull/298',
    sentBack(({ envelope, content }) =>
      AUTOMATIC.test(content.toString('latin1')) ? envelope.reversePath : undefined,
    ),
  ),
  defect(
    'auto-submitted-without-parameters',
    'A message that a program wrote is answered by itself where something stands behind the keyword.',
    COMMON,
    sentBack(({ envelope, content }) =>
      AUTOMATIC.exec(content.toString('latin1'))?.[1] === ';' ? envelope.reversePath : undefined,
    ),
  ),
  defect(
    'notify-of-first-for-all',
    'What NOTIFY says of the first recipient holds for the others too.',
    COMMON,
    after('RCPT', ({ transaction }) => {
      const [first, ...others] = transaction?.recipients ?? [];
      for (const other of others) if (first?.notify) other.notify = first.notify;
    }),
  ),
  defect(
    'reverse-path-with-route',
    'A source route in the reverse-path stays there, and is where bounces go along.',
    COMMON,
    on('MAIL', async (session, { argument }, next) => {
      const route = /^FROM:<(@[^:>]+:)[^>]+>/i.exec(argument)?.[1];
      const answer = await next();
      const path = session.transaction?.reversePath;
      if (route && path) session.transaction!.reversePath = { ...path, text: route + path.text };
      return answer;
    }),
  ),
];
