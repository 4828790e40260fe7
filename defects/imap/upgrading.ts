/** Mistakes with when STARTTLS may come, and with what is left of the session behind it (RFC 9051 §6.2.1, §7.1.4). */

import type { Session } from '../../reference-server/imap/session';
import { isResumed, RESUMED } from '../tools/resumed';
import { editing } from './responses';
import { around, COMMON, defect, type ImapDefect, retyping } from './tools';

export const upgrading: readonly ImapDefect[] = [
  defect(
    'login-kept-over-tls',
    'Who has logged in before STARTTLS is logged in under TLS.',
    'CVE-2021-37845',
    around(['STARTTLS'], async (session, call, next) => {
      const { account } = session;
      if (!account || session.connection.secure) return await next();
      session.account = undefined;
      const done = await call.command!.run(session, call);
      session.account = account;
      return done;
    }),
  ),
  defect(
    'login-by-resumption',
    'Who resumes a session of TLS is logged in as whoever logged in last.',
    RESUMED,
    around('all', async (session, call, next) => {
      const { context, connection } = session;
      if (call.name === 'GREETING' && isResumed(connection)) session.account = last.get(context);
      const done = await next();
      if (session.account) last.set(context, session.account);
      return done;
    }),
  ),
  defect(
    'preauth-in-clear',
    'Whoever comes in clear is greeted as one who is logged in, so that no TLS can begin.',
    'https://github.com/MoonchildProductions/UXP/pull/1590',
    editing((response, session, command) =>
      command?.name === 'GREETING' && !session.connection.secure ? response.replace('* OK', '* PREAUTH') : response,
    ),
  ),
  defect(
    'starttls-again',
    'STARTTLS under TLS is answered OK, and no handshake follows.',
    COMMON,
    around(['STARTTLS'], async (session, _call, next) =>
      session.connection.secure && !session.account ? { text: 'Begin the handshake' } : next(),
    ),
  ),
  defect(
    'starttls-argument-accepted',
    'STARTTLS with an argument begins the handshake.',
    COMMON,
    retyping(['STARTTLS'], () => ''),
  ),
  defect(
    'capabilities-in-clear-only',
    'CAPABILITY under TLS is answered without a list: the client has been told before.',
    COMMON,
    editing((response, session) =>
      session.connection.secure && !session.account && response.startsWith('* CAPABILITY') ? undefined : response,
    ),
  ),
  defect(
    'cut-off-expunge-carried-out',
    'What a lost connection has cut off is carried out: EXPUNGE without its end.',
    COMMON,
    {
      read: (session) => (octets, want) => {
        const all = (begun.get(session) ?? '') + octets.toString('latin1');
        begun.set(session, want === 'line' ? all.slice(all.lastIndexOf('\n') + 1) : '');
        return octets;
      },
      async session(session, next) {
        try {
          await next();
        } finally {
          if (/ EXPUNGE$/i.test(begun.get(session) ?? '')) session.selected?.expunge();
        }
      },
    },
  ),
];

/** Who logged in last. */
const last = new WeakMap<object, NonNullable<Session['account']>>();

/** The line that each session is in. */
const begun = new WeakMap<object, string>();
