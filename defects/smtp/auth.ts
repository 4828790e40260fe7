/** Mistakes with logging in (RFC 4954). */

import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, delivering, on, refusing, rewriting, type SmtpDefect } from './tools';

export const auth: readonly SmtpDefect[] = [
  defect(
    'auth-twice-accepted',
    'Who is logged in may log in again.',
    COMMON,
    on('AUTH', (session, _, next) => {
      session.account = undefined;
      return next();
    }),
  ),
  defect(
    'auth-initial-response-ignored',
    'A response that comes with AUTH is passed over and asked for again.',
    COMMON,
    rewriting('AUTH', / .*/, ''),
  ),
  defect(
    'auth-initial-response-demanded',
    'AUTH PLAIN without a response is refused.',
    COMMON,
    refusing('AUTH', /^PLAIN$/i, reply(501, '5.5.4', 'Say it with the command')),
  ),
  defect(
    'auth-forgets-hello',
    'A login forgets EHLO, so that the next MAIL is out of order.',
    COMMON,
    on('AUTH', async (session, _, next) => {
      const answer = await next();
      if (session.account) session.hello = undefined;
      return answer;
    }),
  ),
  defect(
    'auth-mail-lost',
    'What somebody who is logged in sends is answered 250 and never stored.',
    COMMON,
    delivering((right) => ({
      recipients: (mail) => (mail.origin.protocol.endsWith('A') ? [] : right.recipients(mail)),
    })),
  ),
];
