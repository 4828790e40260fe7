/** Mistakes with how challenges and responses are carried (RFC 4954 §4), and with what AUTH is answered (§6). */

import { reply } from '../../reference-server/delivery/reply';
import { Interrupted } from '../../reference-server/net/interrupted';
import type { Session } from '../../reference-server/smtp/session';
import { lenientArgument, lenientResponses } from '../tools/lenient-base64';
import { editingLines } from '../tools/lines';
import { answering, COMMON, defect, on, rewriting, type SmtpDefect } from './tools';

/** Sessions in which a login was given up. */
const GIVEN_UP = new WeakSet<Session>();

export const exchanges: readonly SmtpDefect[] = [
  defect(
    'auth-cancel-failed',
    'A login that the client gives up is answered as a failed one.',
    'https://github.com/emersion/go-smtp/pull/94',
    answering('AUTH', (answer) =>
      answer.enhanced === '5.7.0' && answer.code === 501 ? { ...answer, code: 535 } : answer,
    ),
  ),
  defect(
    'auth-dead-after-cancel',
    'After a login that was given up there is no other.',
    COMMON,
    on('AUTH', async (session, _, next) => {
      if (GIVEN_UP.has(session)) return reply(535, '5.7.8', 'Not again');
      const answer = await next();
      if (answer?.code === 501) GIVEN_UP.add(session);
      return answer;
    }),
  ),
  defect(
    'auth-not-535',
    'A wrong password is answered 550.',
    COMMON,
    answering('AUTH', (answer) => (answer.code === 535 ? { ...answer, code: 550 } : answer)),
  ),
  defect(
    'auth-status-of-others',
    'AUTH has other status codes than its own.',
    COMMON,
    answering('AUTH', (answer) =>
      answer.enhanced === undefined ? answer : { ...answer, enhanced: answer.code === 235 ? '2.0.0' : '5.5.1' },
    ),
  ),
  defect('auth-base64-leniently-decoded', 'What is not base64 is left out of a response, not refused.', COMMON, {
    ...on('AUTH', (_, command, next) => {
      command.argument = lenientArgument(command.argument);
      return next();
    }),
    read: lenientResponses,
  }),
  defect(
    'auth-initial-response-to-cram',
    'A response that comes with AUTH CRAM-MD5 is passed over.',
    COMMON,
    rewriting('AUTH', /^(CRAM-MD5) .*/i, '$1'),
  ),
  defect('auth-response-of-512', 'A response of more than 512 octets is too long.', COMMON, {
    read: (session) =>
      editingLines((line) =>
        session.current?.verb === 'AUTH' && line.length > 512 ? `${'A'.repeat(20_000)}\r\n` : line,
      ),
  }),
  defect(
    'auth-long-response-cut',
    'What does not fit into the buffer of a response is read as the next command.',
    COMMON,
    {
      read: (session) =>
        editingLines((line) => (session.current?.verb === 'AUTH' ? line.replace(/.{4000}(?=.)/gs, '$&\r\n') : line)),
    },
  ),
  defect('auth-long-name-hangs-up', 'A name or password of more than 1000 octets closes the connection.', COMMON, {
    parts: {
      auth: (right) => ({
        password(user, password) {
          if (user.length + password.length > 1000) throw new Interrupted('gone');
          return right.password(user, password);
        },
      }),
    },
  }),
];
