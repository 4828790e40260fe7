/** Mistakes with what was said before TLS (RFC 3207 §4.2). */

import { reply } from '../../reference-server/delivery/reply';
import type { Session } from '../../reference-server/smtp/session';
import { isResumed, RESUMED } from '../tools/resumed';
import { keepingHalfALine, keepingMore } from '../tools/unprotected';
import { announcing, COMMON, defect, on, type SmtpDefect } from './tools';

/** Does the handshake and puts back what the right server forgets. */
const keeping = <Kept extends 'hello' | 'account' | 'transaction'>(...what: Kept[]) =>
  on('STARTTLS', async (session, _, next) => {
    const before = Object.fromEntries(what.map((name) => [name, session[name]])) as Pick<Session, Kept>;
    const refused = await next();
    return refused ?? void Object.assign(session, before);
  });

export const forgetting: readonly SmtpDefect[] = [
  defect(
    'hello-kept-over-tls',
    'The name that a client gave before TLS counts under it.',
    'https://github.com/chrj/smtpd/pull/41',
    keeping('hello'),
  ),
  defect(
    'login-kept-over-tls',
    'Who has logged in before TLS is logged in under it.',
    'https://github.com/chrj/smtpd/pull/41',
    keeping('account'),
  ),
  defect(
    'login-by-resumption',
    'Who resumes a session of TLS is logged in as whoever logged in last.',
    RESUMED,
    on('AUTH EHLO', async (session, { verb }, next) => {
      const { context, connection } = session;
      if (verb === 'EHLO' && isResumed(connection)) session.account = last.get(context);
      const answer = await next();
      if (session.account) last.set(context, session.account);
      return answer;
    }),
  ),
  defect(
    'transaction-kept-over-tls',
    'A transaction from before TLS goes on under it.',
    'https://github.com/emersion/go-smtp/pull/89',
    on('STARTTLS EHLO LHLO', async (session, { verb }, next) => {
      const { transaction, connection } = session;
      const answer = await next();
      if (verb === 'STARTTLS' && transaction && !answer) kept.set(session, transaction);
      if (verb !== 'STARTTLS' && connection.secure) session.transaction ??= kept.get(session);
      return answer;
    }),
  ),
  defect(
    'mechanisms-as-in-clear',
    'EHLO under TLS names the mechanisms that were right without it.',
    COMMON,
    announcing((lines) => lines.map((line) => line.replace(/^AUTH .*/, 'AUTH SCRAM-SHA-256 CRAM-MD5'))),
  ),
  defect('tls-demanded-by-503', 'What needs TLS first is answered as if it were out of order.', COMMON, {
    out: (answer, { connection, context }) =>
      answer.code === 530 && context.tls.use === 'required' && !connection.secure
        ? reply(503, '5.5.1', 'TLS first')
        : answer,
  }),
  defect(
    'noop-needs-tls',
    'Where TLS is demanded first, NOOP and QUIT need it too.',
    COMMON,
    on('NOOP QUIT', ({ connection, context }, _, next) =>
      context.tls.use === 'required' && !connection.secure ? reply(530, '5.7.0', 'TLS first') : next(),
    ),
  ),
  defect(
    'starttls-again',
    'STARTTLS under TLS is answered 220, and no handshake follows.',
    COMMON,
    on('STARTTLS', (session, _, next) =>
      session.connection.secure ? reply(220, '2.0.0', 'Begin the handshake') : next(),
    ),
  ),
  defect(
    'starttls-half-a-line',
    'Half a command that came before TLS is the beginning of the first one under it.',
    'https://github.com/nodemailer/nodemailer/pull/1835',
    on('STARTTLS', (session, _, next) => keepingHalfALine(session.connection, next)),
  ),
  defect(
    'starttls-late-injection',
    'What comes in clear until the handshake begins is carried out under TLS, in one segment with STARTTLS or behind it.',
    'https://github.com/apache/james-project/pull/943',
    on('STARTTLS', (session, _, next) => keepingMore(session.connection, next)),
  ),
];

const kept = new WeakMap<Session, NonNullable<Session['transaction']>>();

/** Who logged in last. */
const last = new WeakMap<object, NonNullable<Session['account']>>();
