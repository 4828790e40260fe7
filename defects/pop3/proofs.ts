/** Mistakes with proofs: APOP, AUTH, and what a refused login leaves behind (RFC 1939 §7, RFC 5034, RFC 6856 §2). */

import { err, ok } from '../../reference-server/pop3/answer';
import { NOT_BASE64 } from '../../reference-server/pop3/capabilities/sasl';
import { composed } from '../../reference-server/seams';
import { anyUser, exchanging, plainUser } from '../tools/exchanges';
import { lenientArgument, lenientResponses } from '../tools/lenient-base64';
import { COMMON, capabilities, defect, on, type Pop3Defect } from './tools';

/** A name that every server has. */
const GUEST = 'postmaster';
const STAMP = '<1896.697170952@dbc.mtview.ca.us>';

export const proofs: readonly Pop3Defect[] = [
  defect('apop-stamp-repeated', 'Every greeting has the same time stamp.', COMMON, {
    parts: { auth: () => ({ stamp: () => STAMP }) },
  }),
  defect(
    'password-cut',
    'What follows the right password is not looked at.',
    COMMON,
    on('PASS', (session, command, next) => {
      const { auth } = session.context;
      for (let length = command.argument.length - 1; length > 10 && session.user !== undefined; length--) {
        const begun = command.argument.slice(0, length);
        if (auth.password(session.user, begun)) command.argument = begun;
      }
      return next();
    }),
  ),
  defect(
    'strangers-are-guests',
    'A name that is not known opens the mailbox of postmaster.',
    COMMON,
    composed([
      on('PASS', (session, _, next) => {
        const { auth } = session.context;
        return session.user === undefined || auth.find(session.user) ? next() : session.logIn(auth.find(GUEST));
      }),
      {
        parts: {
          auth: exchanging((step, responses, auth) => {
            const user = plainUser(responses);
            const guest = user === undefined || auth.find(user) ? undefined : auth.find(GUEST);
            return guest ? { kind: 'success', account: guest } : step;
          }),
        },
      },
    ]),
  ),
  defect(
    'apop-like-user',
    'APOP with one argument or none is taken like USER, and the rest waited for.',
    COMMON,
    on('APOP', (session, { argument }, next) =>
      session.state === 'authorization' && !argument.includes(' ') ? ok('Go on') : next(),
    ),
  ),
  defect(
    'base64-fault-hangs-up',
    'What is not base64 closes the connection without a word.',
    'https://github.com/cosullivan/SmtpServer/issues/272',
    on('AUTH', async (session, _, next) => {
      const answer = await next();
      if (answer !== NOT_BASE64) return answer;
      session.end();
      return undefined;
    }),
  ),
  defect(
    'utf8-refused',
    'UTF8 is announced and refused.',
    COMMON,
    on('UTF8', () => err('I do not know this command')),
  ),
  defect(
    'stls-after-utf8',
    'STLS is accepted after UTF8.',
    COMMON,
    on('STLS', (session, _, next) => {
      session.utf8 = false;
      return next();
    }),
  ),
  defect('auth-any-password', 'AUTH logs in whoever is named, whatever the proof is.', COMMON, {
    parts: {
      auth: exchanging((step, responses, auth) => {
        const account = step.kind === 'failure' ? anyUser(responses, auth) : undefined;
        return account ? { kind: 'success', account } : step;
      }),
    },
  }),
  defect(
    'pass-alone-accepted',
    'PASS is accepted where no USER came before it.',
    COMMON,
    on('PASS', (session, _, next) =>
      session.user === undefined && session.state === 'authorization' ? ok('Welcome') : next(),
    ),
  ),
  defect(
    'names-not-prepared',
    'Names and passwords are compared octet by octet, without SASLprep.',
    COMMON,
    on('USER PASS APOP', (_, command, next) => {
      command.argument = command.argument.replaceAll('\u00ad', '-');
      return next();
    }),
  ),
  defect(
    'utf8-after-login',
    'UTF8 is accepted after login.',
    COMMON,
    on('UTF8', (session, _, next) => (session.state === 'transaction' ? ok('UTF-8 from now on') : next())),
  ),
  defect(
    'open-after-refusal',
    'A login with a wrong password is refused and opens the maildrop all the same.',
    COMMON,
    on('PASS AUTH', async (session, _, next) => {
      const { user } = session;
      const answer = await next();
      if (answer?.code === 'AUTH' && user !== undefined) session.logIn(session.context.auth.find(user));
      return answer;
    }),
  ),
  defect(
    'initial-response-ignored',
    'AUTH forgets the response that came with it.',
    COMMON,
    on('AUTH', (_, command, next) => {
      command.argument = command.argument.split(' ')[0]!;
      return next();
    }),
  ),
  defect(
    'mechanisms-case-sensitive',
    'Mechanisms are known in capitals only.',
    COMMON,
    on('AUTH', (_, { argument }, next) =>
      /^[^ ]*[a-z]/.test(argument) ? err('I do not know this mechanism') : next(),
    ),
  ),
  defect(
    'unknown-mechanism-challenged',
    'A mechanism that is not there is answered by a challenge.',
    COMMON,
    on('AUTH', async (session, { argument }, next) => {
      if (!/^X/i.test(argument)) return next();
      await session.ask(Buffer.alloc(0), 1000);
      return err('It failed');
    }),
  ),
  defect('base64-leniently-decoded', 'What is not base64 is left out of a response, not refused.', COMMON, {
    ...on('AUTH', (_, command, next) => {
      command.argument = lenientArgument(command.argument);
      return next();
    }),
    read: lenientResponses,
  }),
  defect(
    'challenge-with-text',
    'An empty challenge says something to people.',
    'https://github.com/jstedfast/MailKit/issues/268',
    { out: (answer) => (answer.more && answer.text === '' ? { ...answer, text: 'go ahead' } : answer) },
  ),
  defect('challenges-in-clear', 'Challenges are sent as they are, not in base64.', COMMON, {
    out: (answer) => (answer.more ? { ...answer, text: `${Buffer.from(answer.text, 'base64')}` } : answer),
  }),
  defect(
    'plain-only',
    'CAPA announces PLAIN alone.',
    COMMON,
    capabilities((lines) => lines.map((line) => line.replace(/^SASL .*/, 'SASL PLAIN'))),
  ),
  defect(
    'long-commands-hang-up',
    'A command of more than 100 octets closes the connection.',
    COMMON,
    on('USER AUTH', (session, { argument }, next) => {
      if (argument.length <= 100) return next();
      session.end();
      return undefined;
    }),
  ),
  defect(
    'stls-after-login',
    'STLS is announced and accepted after login.',
    COMMON,
    composed([
      capabilities((lines, { state }) => (state === 'transaction' ? [...lines, 'STLS'] : [...lines])),
      on('STLS', (session, _, next) => (session.state === 'transaction' ? ok('Begin the handshake') : next())),
    ]),
  ),
  defect(
    'utf8-unasked',
    'Headers in UTF-8 are sent to clients that did not say UTF8.',
    COMMON,
    on('PASS', (session, _, next) => {
      session.utf8 = true;
      return next();
    }),
  ),
];
