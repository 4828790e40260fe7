/** Mistakes with what the reply to EHLO promises (RFC 5321 §4.2.4), and with commands of old that it should not (appendix F). */

import { reply } from '../../reference-server/delivery/reply';
import { announcing, COMMON, defect, on, rewriting, type SmtpDefect } from './tools';

const NOT_IMPLEMENTED = reply(502, '5.5.1', 'Not implemented');

export const promises: readonly SmtpDefect[] = [
  defect(
    'starttls-not-implemented',
    'STARTTLS is announced and answered 502.',
    COMMON,
    on('STARTTLS', () => NOT_IMPLEMENTED),
  ),
  defect(
    'help-not-implemented',
    'HELP is announced and answered 502.',
    COMMON,
    on('HELP', () => NOT_IMPLEMENTED),
  ),
  defect(
    'size-without-number',
    'The number of SIZE stands on a line of its own.',
    'https://github.com/Mailu/Mailu/pull/2486',
    announcing((lines) => lines.flatMap((line) => (/^SIZE \d/.test(line) ? line.split(' ') : line))),
  ),
  defect(
    'auth-without-mechanism-accepted',
    'AUTH without a mechanism begins the strongest there is.',
    COMMON,
    rewriting('AUTH', /^$/, 'SCRAM-SHA-256'),
  ),
  defect('auth-empty-challenge-filled', 'An empty challenge is written as a sign of equality.', COMMON, {
    out: (answer) => (answer.code === 334 && answer.lines[0] === '' ? { ...answer, lines: ['='] } : answer),
  }),
  defect('send-not-announced', 'SEND, SOML and SAML mean MAIL, and are not announced.', COMMON, {
    around(_, command, next) {
      if (/^(?:SEND|SOML|SAML)$/.test(command.verb)) command.verb = 'MAIL';
      return next();
    },
  }),
  defect(
    'turn-accepted',
    'TURN is answered 250, whoever says it.',
    'RFC 5321 §F.1 (servers of RFC 821)',
    on('TURN', () => reply(250, '2.0.0', 'Your turn')),
  ),
];
