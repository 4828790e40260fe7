/** Mistakes with logging in and with states (RFC 1939 §4, §7; RFC 2449, 2595, 5034). */

import { err, ok } from '../../reference-server/pop3/answer';
import { answering, COMMON, defect, on, type Pop3Defect } from './tools';

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
    command: async (session, { verb }, next) =>
      /^(STAT|NOOP)$/.test(verb) && session.state === 'authorization' ? ok('0 0') : next(),
  }),
  defect(
    'second-login-accepted',
    'USER and PASS are accepted by a session that is logged in.',
    COMMON,
    on('USER PASS', (session, _, next) => (session.state === 'transaction' ? ok('Fine') : next())),
  ),
  defect('no-lock', 'Two sessions may have the maildrop at the same time, and remove each other’s messages.', COMMON, {
    rules: { locks: false },
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
  defect('one-delay-for-all', 'The login of one user lets all others wait.', COMMON, {
    rules: { delayedWith: () => 0 },
  }),
  defect(
    'user-announced-and-refused',
    'USER is announced, and refused.',
    COMMON,
    on('USER', (session, _, next) => (session.state === 'authorization' ? err('Log in by AUTH') : next())),
  ),
  defect('odd-octets-skipped', 'What is no printable ASCII in a command is skipped.', COMMON, {
    rules: { commandLine: (octets) => octets.filter((octet) => octet >= 0x20 && octet < 0x7f) as Buffer },
  }),
  defect(
    'lock-kept-after-lost-connection',
    'The maildrop stays locked when a session ends without QUIT.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/706',
    on('STAT LIST UIDL RETR DELE NOOP QUIT', (session, { verb }, next) => {
      if (session.maildrop && verb === 'QUIT') Reflect.deleteProperty(session.maildrop, 'release');
      else if (session.maildrop) session.maildrop.release = () => {};
      return next();
    }),
  ),
  defect(
    'auth-cancel-ignored',
    'A star does not cancel AUTH: the server waits for more.',
    COMMON,
    on('AUTH', async (session, _, next) => {
      const answer = await next();
      if (answer?.text !== 'The login is given up') return answer;
      session.connection.write('+ \r\n');
      return undefined;
    }),
  ),
  defect('capa-expire-without-space', 'CAPA says EXPIRENEVER.', 'seen on a public server', {
    rules: { capabilities: (lines) => lines.map((line) => line.replace('EXPIRE NEVER', 'EXPIRENEVER')) },
  }),
  defect('capa-only-after-login', 'CAPA is refused before login.', COMMON, {
    command: async (session, { verb }, next) =>
      verb === 'CAPA' && session.state === 'authorization' ? err('Log in first') : next(),
  }),
  defect('stls-offered-under-tls', 'STLS is announced under TLS too.', COMMON, {
    rules: { capabilities: (lines, { connection }) => (connection.secure ? [...lines, 'STLS'] : lines) },
  }),
  defect('stls-injection', 'What was sent in clear text behind STLS is carried out under TLS.', 'CVE-2011-1926', {
    rules: { dropsInputBeforeTls: false },
  }),
  defect(
    'in-use-not-told',
    'A maildrop that is in use is refused without the response code that was announced.',
    COMMON,
    answering('PASS APOP AUTH', (answer) => (answer.code === 'IN-USE' ? err(answer.text) : answer)),
  ),
  defect('keywords-case-sensitive', 'Keywords are understood in capitals only.', COMMON, {
    command: async (_, { verb, sentVerb }, next) => (verb === sentVerb ? next() : err('Unknown command')),
  }),
];

/** Per session, what it must not remember. */
const users = new WeakMap<object, string>();
