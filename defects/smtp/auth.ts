/** Mistakes with logging in: when AUTH may come, what is offered, what it leaves behind (RFC 4954). */

import { reply } from '../../reference-server/delivery/reply';
import { changing } from '../tools/exchanges';
import {
  after,
  announcing,
  answering,
  COMMON,
  defect,
  delivering,
  on,
  refusing,
  rewriting,
  type SmtpDefect,
} from './tools';

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
    'https://github.com/curl/curl/issues/4080',
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
  defect(
    'auth-in-clear',
    'Mechanisms that show the password are announced and taken without TLS.',
    'https://github.com/postalserver/postal/issues/3617',
    {
      parts: {
        auth: changing(({ name, start }) => ({ name, plaintext: false, start })),
      },
    },
  ),
  defect('auth-in-clear-unannounced', 'Mechanisms that are announced under TLS only are taken without it.', COMMON, {
    parts: {
      auth: changing(({ name, start }) => ({ name, plaintext: false, start })),
    },
    ...announcing((lines, secure) =>
      secure ? lines : lines.map((line) => line.replace(/^AUTH .*/, 'AUTH SCRAM-SHA-256 CRAM-MD5')),
    ),
  }),
  defect(
    'auth-announced-not-there',
    'Mechanisms other than PLAIN are announced and not known.',
    COMMON,
    refusing('AUTH', /^(?!PLAIN|XMAILSPEC)[A-Z]/i, reply(504, '5.5.4', 'Unknown mechanism')),
  ),
  defect(
    'auth-plain-missing',
    'PLAIN is announced and not known.',
    COMMON,
    refusing('AUTH', /^PLAIN/i, reply(504, '5.5.4', 'Unknown mechanism')),
  ),
  defect(
    'auth-kept-after-failure',
    'A login with a wrong password is refused, and the session is logged in all the same.',
    COMMON,
    on('AUTH', async (session, { argument }, next) => {
      const answer = await next();
      const [, user] = Buffer.from(argument.split(' ')[1] ?? '', 'base64')
        .toString()
        .split('\0');
      if (answer?.code === 535 && user !== undefined) session.account = session.context.auth.find(user);
      return answer;
    }),
  ),
  defect(
    'auth-failure-hangs-up',
    'A failed login closes the connection.',
    COMMON,
    after('AUTH', (session) => {
      if (!session.account) session.end();
    }),
  ),
  defect(
    'auth-forgotten-at-ehlo',
    'EHLO forgets the login.',
    COMMON,
    after('EHLO', (session) => {
      session.account = undefined;
    }),
  ),
  defect(
    'auth-demanded-as-550',
    'MAIL before the login is answered 550.',
    'https://github.com/mguessan/davmail/issues/59',
    answering('MAIL', (answer) => (answer.code === 530 ? { ...answer, code: 550 } : answer)),
  ),
  defect(
    'auth-not-in-trace',
    'The Received field does not tell of the login.',
    'https://github.com/hmailserver/hmailserver/issues/16',
    delivering((right) => ({
      compose: (mail) =>
        right.compose({
          ...mail,
          origin: { ...mail.origin, protocol: mail.origin.protocol.replace(/A$/, '') } as typeof mail.origin,
        }),
    })),
  ),
];
