/** Mistakes with who may log in, and with who says who he is (RFC 9051 §6.2, §11, RFC 2971). */

import { logIn } from '../../reference-server/imap/authentication';
import { bad, no } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { entering, exchanging, plainUser, rejected, scramUser } from '../tools/exchanges';
import { keepingHalfALine, keepingInput, keepingMore } from '../tools/unprotected';
import { editing, replacing, withholding } from './responses';
import { around, COMMON, defect, type ImapDefect, refusing, said } from './tools';

/** Passwords are not looked at: LOGIN and AUTHENTICATE PLAIN let everybody in, as the first account where there is none of the name. */
const anyPassword: ImapSeams = {
  ...refusing(['LOGIN'], ['AUTHENTICATIONFAILED'], (session, { args }) => {
    args.space();
    const account = session.context.auth.find(args.astring()) ?? session.context.directory.postmaster();
    return account ? logIn(session, account) : no('There is nobody to be');
  }),
  parts: { auth: exchanging((step, said, auth) => (rejected(step) ? entering(auth, plainUser(said), step) : step)) },
};

/** Sessions on the TLS port. */
const greetedUnderTls = new WeakSet<Session>();

/** More fields than RFC 2971 §3.3 allows, one with a name and a value that are too long. */
const ENVIRONMENT = ['a-name-that-is-longer-than-it-may-be', ...Array.from({ length: 30 }, (_, n) => `variable-${n}`)]
  .map((name, n) => `"${name}" "${'v'.repeat(n === 0 ? 2000 : 1)}"`)
  .join(' ');

export const login: readonly ImapDefect[] = [
  defect('any-password', 'Any password will do.', COMMON, anyPassword),
  defect('scram-proof-unchecked', 'SCRAM succeeds without looking at the proof.', COMMON, {
    parts: { auth: exchanging((step, said, auth) => (rejected(step) ? entering(auth, scramUser(said), step) : step)) },
  }),
  defect('authorization-identity-ignored', 'Whoever knows a password may act for everybody.', COMMON, {
    parts: {
      auth: exchanging((step, said, auth) =>
        step.kind === 'failure' && step.authorization ? entering(auth, plainUser(said), step) : step,
      ),
    },
  }),
  defect(
    'authenticate-cancel-no',
    'A login that the client cancels is answered with NO.',
    COMMON,
    refusing(['AUTHENTICATE'], ['cancelled'], () => no('Cancelled')),
  ),
  defect(
    'initial-response-unread',
    'AUTHENTICATE with an initial response lets in whoever sends one.',
    COMMON,
    around(['AUTHENTICATE'], async (session, call, next) => {
      const args = call.args.clone();
      args.space();
      args.keyword();
      const account = session.context.directory.postmaster();
      return account && args.trySpace() ? logIn(session, account) : next();
    }),
  ),
  defect(
    'enable-anything',
    'ENABLED names whatever was asked for.',
    COMMON,
    editing((response, _session, command) =>
      response.replace(/^\* ENABLED.*/, () => `* ENABLED${said(command!).toUpperCase()}`),
    ),
  ),
  defect(
    'enable-without-enabled',
    'ENABLE is answered without ENABLED.',
    'https://github.com/mjs/imapclient/pull/271',
    withholding(/^\* ENABLED/),
  ),
  defect(
    'starttls-injection',
    'What came before the handshake is done after it.',
    'CVE-2011-1926',
    around(['STARTTLS'], async ({ connection }, _call, next) => {
      const done = await next();
      const after = done?.after;
      return done && after ? { ...done, after: () => keepingInput(connection, after) } : done;
    }),
  ),
  defect(
    'starttls-late-injection',
    'What comes in clear until the handshake begins is done after it, in one segment with STARTTLS or behind it.',
    'https://github.com/apache/james-project/pull/943',
    around(['STARTTLS'], async ({ connection }, _call, next) => {
      const done = await next();
      const after = done?.after;
      return done && after ? { ...done, after: () => keepingMore(connection, after) } : done;
    }),
  ),
  defect(
    'starttls-half-a-line',
    'Half a command that came before the handshake is the beginning of the first one after it.',
    'https://github.com/nodemailer/nodemailer/pull/1835',
    around(['STARTTLS'], async ({ connection }, _call, next) => {
      const done = await next();
      const after = done?.after;
      return done && after ? { ...done, after: () => keepingHalfALine(connection, after) } : done;
    }),
  ),
  defect(
    'plain-without-tls',
    'AUTHENTICATE is answered OK in clear, where TLS is demanded first.',
    COMMON,
    refusing(['AUTHENTICATE'], ['PRIVACYREQUIRED'], () => ({ text: 'Done' })),
  ),
  defect(
    'login-without-tls',
    'LOGINDISABLED is announced, and LOGIN works.',
    COMMON,
    refusing(['LOGIN'], ['PRIVACYREQUIRED'], (session, { args }) => {
      const [user, password] = [1, 2].map(() => {
        args.space();
        return args.astring();
      });
      const account = session.context.auth.password(user!, password!);
      return account ? logIn(session, account) : no('Name or password is wrong', 'AUTHENTICATIONFAILED');
    }),
  ),
  defect(
    'id-without-limits',
    'What the server tells of itself with ID is as long as it is, and a field may come twice.',
    COMMON,
    replacing(/^\* ID \(.*\)/, `* ID ("name" "x" ${ENVIRONMENT} "NAME" "y")`),
  ),
  defect(
    'unknown-mechanism-bad',
    'A mechanism that is not known is answered BAD.',
    COMMON,
    refusing(['AUTHENTICATE'], ['CANNOT'], () => bad('I do not know that')),
  ),
  defect('tls-port-without-login', 'On the TLS port a login waits for STARTTLS.', COMMON, {
    async around(session, { name }, next) {
      const { connection } = session;
      if (name === 'GREETING' && connection.secure) greetedUnderTls.add(session);
      if (['LOGIN', 'AUTHENTICATE'].includes(name) && greetedUnderTls.has(session))
        throw no('Not without STARTTLS', 'PRIVACYREQUIRED');
      return next();
    },
  }),
];
