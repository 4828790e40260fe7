/** Mistakes with logging in and with states (RFC 1939 §4, §7; RFC 2449, 2595, 5034). */

import { err, ok } from '../../reference-server/pop3/answer';
import { CANCELLED } from '../../reference-server/pop3/capabilities/sasl';
import type { Session } from '../../reference-server/pop3/session';
import { editingLines } from '../tools/lines';
import { oneAtATime } from '../tools/serving';
import { keepingInput, keepingMore } from '../tools/unprotected';
import { answering, COMMON, capabilities, defect, ofMaildrop, on, type Pop3Defect, whenLost } from './tools';

/** Milliseconds. */
const LATE = 300;

export const authorization: readonly Pop3Defect[] = [
  defect(
    'any-password',
    'Every password is accepted.',
    COMMON,
    on('PASS', (session, { argument }, next) => {
      const { auth } = session.context;
      const account = session.user === undefined ? undefined : auth.find(session.user);
      return argument === '' || !account ? next() : session.logIn(account);
    }),
  ),
  defect(
    'password-ends-at-space',
    'A password is cut at its first space.',
    'https://github.com/twisted/twisted/issues/9100',
    on('PASS', (_, command, next) => {
      command.argument = command.argument.split(' ')[0]!;
      return next();
    }),
  ),
  defect(
    'pass-without-user-accepted',
    'PASS without USER right before it logs in the user that was named last.',
    COMMON,
    on('USER PASS NOOP CAPA', async (session, { verb, argument }, next) => {
      if (verb === 'USER') users.set(session, argument);
      else if (verb === 'PASS') session.user ??= users.get(session);
      return next();
    }),
  ),
  defect(
    'unknown-user-told',
    'USER with a name that does not exist is refused, so that names can be tried.',
    COMMON,
    on('USER', (session, { argument }, next) =>
      session.context.auth.find(argument) ? next() : err('No such user here', 'AUTH'),
    ),
  ),
  defect(
    'apop-digest-unchecked',
    'APOP logs in whatever the digest is.',
    COMMON,
    on('APOP', (session, { argument }, next) => {
      const account = session.context.auth.find(argument.split(' ')[0]!);
      return account ? session.logIn(account) : next();
    }),
  ),
  defect('stat-before-login', 'STAT and NOOP are answered before login.', COMMON, {
    around: async (session, { verb }, next) =>
      /^(STAT|NOOP)$/.test(verb) && session.state === 'authorization' ? ok('0 0') : next(),
  }),
  defect(
    'second-login-accepted',
    'USER, PASS and AUTH are accepted by a session that is logged in.',
    COMMON,
    on('USER PASS AUTH', (session, _, next) => (session.state === 'transaction' ? ok('Fine') : next())),
  ),
  defect(
    'no-lock',
    'Two sessions may have the maildrop at the same time, and remove each other’s messages.',
    COMMON,
    on('PASS APOP AUTH', (session, _, next) => {
      session.context.maildrops.clear();
      return next();
    }),
  ),
  defect(
    'marks-in-mailbox',
    'Marks are kept in the mailbox, where another session removes what this one has marked.',
    COMMON,
    on('PASS APOP AUTH DELE QUIT', async (session, { verb }, next) => {
      if (!/^(?:DELE|QUIT)$/.test(verb)) session.context.maildrops.clear();
      const marked = marksOf(session);
      for (const entry of (verb === 'QUIT' && session.maildrop?.entries) || []) entry.deleted ||= marked.has(entry.uid);
      const answer = await next();
      for (const { deleted, uid } of session.maildrop?.entries ?? []) if (deleted) marked.add(uid);
      return answer;
    }),
  ),
  defect('one-client-at-a-time', 'A connection waits until the one before it has ended.', COMMON, {
    session: oneAtATime(),
  }),
  defect(
    'one-lock-for-all',
    'While one user has a session, no other is let in.',
    COMMON,
    on('PASS APOP AUTH', (session, _, next) =>
      session.context.maildrops.size > 0 && session.state === 'authorization'
        ? err('The maildrop is in use', 'IN-USE')
        : next(),
    ),
  ),
  defect(
    'one-delay-for-all',
    'The login of one user lets all others wait.',
    COMMON,
    on('PASS APOP AUTH', async ({ service }, _, next) => {
      const { limits, clock } = service.context;
      const last = Math.max(...service.lastLogins.values());
      return clock.now() - last < limits.loginDelay * 1000 ? err('Somebody just logged in', 'LOGIN-DELAY') : next();
    }),
  ),
  defect(
    'login-delay-ignored',
    'LOGIN-DELAY is announced, and no login is too soon.',
    COMMON,
    on('PASS APOP AUTH', ({ service }, _, next) => {
      service.lastLogins.clear();
      return next();
    }),
  ),
  defect(
    'lock-kept-after-quit',
    'The maildrop stays locked for a while when QUIT has been answered.',
    COMMON,
    ofMaildrop((right) => ({ release: () => void setTimeout(() => right.release(), LATE) })),
  ),
  defect(
    'user-announced-and-refused',
    'USER is announced, and refused.',
    COMMON,
    on('USER', (session, _, next) => (session.state === 'authorization' ? err('Log in by AUTH') : next())),
  ),
  defect('odd-octets-skipped', 'What is no printable ASCII in a command is skipped.', COMMON, {
    read: () => editingLines((line) => line.replace(/[^ -~\r\n]|\r(?!\n$)|(?<!\r)\n$/g, '')),
  }),
  defect(
    'lock-kept-after-lost-connection',
    'The maildrop stays locked when a session ends without QUIT.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/706',
    whenLost((session) => {
      session.maildrop = undefined;
    }),
  ),
  defect(
    'auth-cancel-ignored',
    'A star does not cancel AUTH: the server waits for more.',
    COMMON,
    answering('AUTH', (answer) => (answer === CANCELLED ? { ok: true, more: true, text: '' } : answer)),
  ),
  defect(
    'capa-expire-without-space',
    'CAPA says EXPIRENEVER.',
    'seen on a public server',
    capabilities((lines) => lines.map((line) => line.replace('EXPIRE NEVER', 'EXPIRENEVER'))),
  ),
  defect('capa-only-after-login', 'CAPA is refused before login.', COMMON, {
    around: async (session, { verb }, next) =>
      verb === 'CAPA' && session.state === 'authorization' ? err('Log in first') : next(),
  }),
  defect(
    'stls-offered-under-tls',
    'STLS is announced under TLS too.',
    COMMON,
    capabilities((lines, { connection }) => (connection.secure ? [...lines, 'STLS'] : [...lines])),
  ),
  defect(
    'stls-greets-again',
    'The server greets again when TLS has begun.',
    COMMON,
    on('STLS', async (session, _, next) => {
      const refused = await next();
      if (!refused) session.send(ok('ready, and safe now'));
      return refused;
    }),
  ),
  defect(
    'stls-injection',
    'What was sent in clear text behind STLS is carried out under TLS.',
    'CVE-2011-1926',
    on('STLS', (session, _, next) => keepingInput(session.connection, next)),
  ),
  defect(
    'stls-late-injection',
    'What comes in clear until the handshake begins is carried out under TLS, in one segment with STLS or behind it.',
    'CVE-2021-38542',
    on('STLS', (session, _, next) => keepingMore(session.connection, next)),
  ),
  defect(
    'plain-not-offered',
    'PLAIN is not announced, not even under TLS.',
    COMMON,
    capabilities((lines) => lines.map((line) => (line.startsWith('SASL ') ? line.replace(' PLAIN', '') : line))),
  ),
  defect(
    'login-without-tls',
    'Logins begin in clear although TLS is demanded first.',
    'https://github.com/hmailserver/hmailserver/pull/342',
    on('USER AUTH', ({ connection, context }, _, next) =>
      context.tls.use === 'required' && !connection.secure ? ok('Go on') : next(),
    ),
  ),
  defect(
    'name-kept-over-tls',
    'PASS under TLS goes with the USER from before it.',
    COMMON,
    on('USER PASS STLS', (session, command, next) => {
      if (command.verb === 'USER') named.set(session, command.argument);
      if (command.verb === 'PASS' && session.connection.secure) session.user ??= named.get(session);
      return next();
    }),
  ),
  defect(
    'in-use-not-told',
    'A maildrop that is in use is refused without the response code that was announced.',
    COMMON,
    answering('PASS APOP AUTH', (answer) => (answer.code === 'IN-USE' ? err(answer.text) : answer)),
  ),
  defect('keywords-case-sensitive', 'Keywords are understood in capitals only.', COMMON, {
    around: async (_, { verb, sentVerb }, next) => (verb === sentVerb ? next() : err('Unknown command')),
  }),
];

/** Per session, what it must not remember. */
const users = new WeakMap<object, string>();

/** Per server and mailbox, the messages that were ever marked. */
const marks = new WeakMap<object, Map<number | undefined, Set<number>>>();

function marksOf({ context, maildrop }: Session): Set<number> {
  const all = marks.get(context) ?? new Map<number | undefined, Set<number>>();
  marks.set(context, all);
  const marked = all.get(maildrop?.mailbox) ?? new Set();
  all.set(maildrop?.mailbox, marked);
  return marked;
}

/** The names that sessions gave before TLS. */
const named = new WeakMap<Session, string>();
