/** Mistakes with when STLS may come, and with what is left of the session behind it (RFC 2595 §4). */

import { err, ok } from '../../reference-server/pop3/answer';
import { Maildrop } from '../../reference-server/pop3/maildrop';
import { isResumed, RESUMED } from '../tools/resumed';
import { COMMON, defect, on, type Pop3Defect } from './tools';

export const upgrading: readonly Pop3Defect[] = [
  defect(
    'login-kept-over-tls',
    'Who has logged in before STLS is logged in under TLS.',
    'CVE-2021-37845',
    on('STLS', async (session, _, next) => {
      const { maildrop } = session;
      session.maildrop = undefined;
      const answer = await next();
      session.maildrop = maildrop;
      return answer;
    }),
  ),
  defect(
    'login-by-resumption',
    'Who resumes a session of TLS is let into the maildrop that was opened last, or into the first one.',
    RESUMED,
    on('GREETING PASS AUTH APOP', async (session, { verb }, next) => {
      const { context, connection } = session;
      if (verb === 'GREETING' && isResumed(connection))
        session.maildrop = last.get(context) ?? Maildrop.open(context, context.store.accounts.get(1)!);
      const answer = await next();
      if (session.maildrop) last.set(context, session.maildrop);
      return answer;
    }),
  ),
  defect(
    'stls-again',
    'STLS under TLS is answered +OK, and no handshake follows.',
    COMMON,
    on('STLS', (session, _, next) => (session.connection.secure ? ok('Begin the handshake') : next())),
  ),
  defect(
    'capa-in-clear-only',
    'CAPA is refused under TLS: the client has been told before.',
    COMMON,
    on('CAPA', (session, _, next) =>
      session.connection.secure && session.state === 'authorization' ? err('You have been told') : next(),
    ),
  ),
];

/** The maildrop that was opened last. */
const last = new WeakMap<object, Maildrop>();
