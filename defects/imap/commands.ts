/** Mistakes with commands as such: tags, names, states, literals and strings (RFC 9051 §2.2, §3, §4). */

import { bad, no } from '../../reference-server/imap/refusal';
import {
  around,
  COMMON,
  choosing,
  defect,
  forgiving,
  type ImapDefect,
  refusing,
  replacing,
  withholding,
} from './tools';

export const commands: readonly ImapDefect[] = [
  defect(
    'greeting-without-status',
    'The greeting is a text without OK.',
    COMMON,
    replacing(/^\* OK (?=\[CAPABILITY .* at your service)/, '* '),
  ),
  defect('tag-folded', 'Tags come back in small letters.', COMMON, {
    out: (response) => response.replace(/^[^ *+]+(?= (?:OK|NO|BAD) )/, (tag) => tag.toLowerCase()),
  }),
  defect(
    'tags-of-letters-and-digits',
    'A tag is taken only where it is letters and a number behind them, as most clients make it.',
    'https://github.com/simonrob/email-oauth2-proxy/pull/21',
    {
      async around(_session, { tag }, next) {
        if (!/^[A-Za-z]+\d+$/.test(tag)) throw bad('That is no tag');
        return next();
      },
    },
  ),
  defect('nil-never-a-name', 'NIL is no value where a name should be.', COMMON, {
    async around(_session, { name, args }, next) {
      if (name !== 'ID' && /^ NIL(?= |$)/i.test(args.rest)) throw bad('A name is missing');
      return next();
    },
  }),
  defect(
    'case-sensitive-commands',
    'Commands are known in capitals only.',
    'https://github.com/socdream/joltra-imap-server/pull/1',
    choosing({ commandName: (word) => word }),
  ),
  defect(
    'unknown-command-no',
    'An unknown command is answered with NO.',
    COMMON,
    refusing('all', /^BAD .*I do not know/, () => no('Unknown command')),
  ),
  defect(
    'sloppy-syntax',
    'Arguments that are missing, odd or too many are overlooked.',
    COMMON,
    forgiving(
      'all',
      /^BAD .*(?:Syntax|STATUS knows|FETCH knows|STORE changes|no sequence set|out of range|SEARCH knows|quotes|is for)/,
    ),
  ),
  defect(
    'commands-before-login',
    'Commands that need a login are done without one.',
    COMMON,
    forgiving('all', /needs a login/),
  ),
  defect(
    'second-login',
    'A client that is logged in may log in again.',
    COMMON,
    forgiving(['LOGIN', 'AUTHENTICATE', 'STARTTLS'], /is for before the login/),
  ),
  defect('logout-without-bye', 'LOGOUT is answered without BYE.', COMMON, withholding(/^\* BYE/)),
  defect('pipelined-out-of-order', 'Of commands that come together a later one is done first.', COMMON, {
    choices: { defers: ({ deferred, connection }) => deferred === undefined && connection.buffered > 0 },
  }),
  defect(
    'literal-only-in-append',
    'A literal is taken in APPEND alone.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/784',
    choosing({ takesLiteral: (command) => command === 'APPEND' }),
  ),
  defect(
    'literal-braces',
    'A literal ends at its first line end.',
    COMMON,
    choosing({
      literalText: (text) => text.split('\r\n')[0]!,
      appended: (octets) => octets.subarray(0, Math.max(octets.indexOf('{') - 1, 0) || octets.length),
    }),
  ),
  defect(
    'empty-literal-hangs',
    'An empty literal is not asked for.',
    COMMON,
    choosing({ continues: (marker) => marker.synchronizing && marker.size > 0 }),
  ),
  defect(
    'literal-plus-continues',
    'A literal that does not wait is asked for all the same.',
    COMMON,
    choosing({ continues: () => true }),
  ),
  defect(
    'literal-plus-of-bad-command',
    'The octets of a literal that was refused are read as a command.',
    'https://github.com/migadu/sora/pull/77',
    choosing({ discardsRefused: false }),
  ),
  defect(
    'quoted-escapes-kept',
    'Backslashes stay in quoted strings.',
    'https://github.com/mguessan/davmail/pull/378',
    choosing({ unquote: (text) => text }),
  ),
  defect(
    'nul-in-name',
    'A string ends at its first NUL.',
    'CVE-2019-11500',
    choosing({ literalText: (text) => text.split('\0')[0]! }),
  ),
  defect('idle-done-pipelined', 'What comes with DONE in one packet is lost.', COMMON, {
    ...around(['IDLE'], async (session, _call, next) => {
      const done = await next();
      if (session.connection.buffered > 0) await session.connection.readSome(session.connection.buffered);
      return done;
    }),
  }),
  defect(
    'idle-silent',
    'IDLE tells nothing.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/192',
    choosing({ idleTells: false }),
  ),
];
