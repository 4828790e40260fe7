/** Mistakes with commands as such: tags, names, states, literals and strings (RFC 9051 §2.2, §3, §4). */

import type { Literals } from '../../reference-server/imap/literals';
import { identify } from '../../reference-server/imap/loop/identify';
import { bad, no, Refusal } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { markerOf } from '../../reference-server/imap/syntax/raw-command';
import { editing, replacing, withholding } from './responses';
import {
  around,
  COMMON,
  defect,
  forgiving,
  type ImapDefect,
  losingTheRest,
  refusing,
  retyping,
  selected,
  withoutUntagged,
} from './tools';

/** Sessions that have turned round two commands, and how many of these are still to come. */
const turned = new WeakMap<Session, number>();

/** Decides otherwise of literals. */
function deciding(literals: (right: Literals) => Partial<Literals>): ImapSeams {
  return { parts: { literals } };
}

function upTo(octets: Buffer, end: string): Buffer {
  const at = octets.indexOf(end);
  return at < 0 ? octets : octets.subarray(0, at);
}

export const commands: readonly ImapDefect[] = [
  defect(
    'greeting-without-status',
    'The greeting is a text without OK.',
    COMMON,
    replacing(/^\* OK (?=\[CAPABILITY [^\]]*\] \S+ at your service)/, '* '),
  ),
  defect(
    'tag-folded',
    'Tags come back in small letters.',
    COMMON,
    editing((response) => response.replace(/^[^ *+]+(?= (?:OK|NO|BAD) )/, (tag) => tag.toLowerCase())),
  ),
  defect(
    'tags-of-letters-and-digits',
    'A tag is taken only where it is letters and a number behind them, as most clients make it.',
    'https://github.com/simonrob/email-oauth2-proxy/pull/21',
    {
      async around(_session, { tag, name }, next) {
        if (!/^[A-Za-z]+\d+$/.test(tag) && name !== 'GREETING') throw bad('That is no tag');
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
    {
      async around(_session, { name, sentName }, next) {
        if (sentName !== name) throw bad('There is no such command');
        return next();
      },
    },
  ),
  defect(
    'unknown-command-ok',
    'An unknown command is answered with OK.',
    COMMON,
    forgiving('all', ['unknown-command']),
  ),
  defect(
    'unknown-command-no',
    'An unknown command is answered with NO.',
    COMMON,
    refusing('all', ['unknown-command'], () => no('Unknown command')),
  ),
  defect(
    'sloppy-syntax',
    'Arguments that are missing, odd or too many are overlooked.',
    COMMON,
    forgiving('all', ['syntax']),
  ),
  defect(
    'commands-before-login',
    'Commands that need a login are done without one.',
    COMMON,
    forgiving('all', ['needs-login']),
  ),
  defect(
    'second-login',
    'A client that is logged in may log in again.',
    COMMON,
    forgiving(['LOGIN', 'AUTHENTICATE', 'STARTTLS'], ['before-login']),
  ),
  defect('logout-without-bye', 'LOGOUT is answered without BYE.', COMMON, withholding(/^\* BYE/)),
  defect('pipelined-out-of-order', 'Of commands that come together a later one is done first.', COMMON, {
    async around(session, { name, raw }, next) {
      const { connection } = session;
      const left = turned.get(session) ?? 0;
      turned.set(session, Math.max(left - 1, 0));
      if (left > 0 || name === 'GREETING' || connection.buffered === 0 || raw.literals.length > 0) return next();
      const waiting = await connection.readSome(connection.buffered);
      const end = waiting.indexOf('\r\n') + 2;
      const second = waiting.subarray(0, end);
      if (end < 2 || markerOf(second.toString('latin1').trimEnd())) {
        connection.unread(waiting);
        return next();
      }
      const first = Buffer.from(`${raw.segments[0]}\r\n`, 'latin1');
      connection.unread(Buffer.concat([second, first, waiting.subarray(end)]));
      turned.set(session, 2);
      return undefined;
    },
  }),
  defect(
    'literal-only-in-append',
    'A literal is taken in APPEND alone.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/784',
    deciding((right) => ({
      gate(session, raw, marker) {
        const { name, refusal } = identify(session, raw);
        if (!refusal && name !== 'APPEND') return bad('A literal may not stand here');
        return right.gate(session, raw, marker);
      },
    })),
  ),
  defect('literal-braces', 'A literal ends at a brace in it.', COMMON, {
    async around(_session, { raw }, next) {
      for (const literal of raw.literals) literal.octets = upTo(literal.octets, '{');
      return next();
    },
  }),
  defect(
    'empty-literal-hangs',
    'An empty literal is not asked for.',
    COMMON,
    deciding((right) => ({ asks: (marker) => marker.size > 0 && right.asks(marker) })),
  ),
  defect(
    'literal-plus-continues',
    'A literal that does not wait is asked for all the same.',
    COMMON,
    deciding(() => ({ asks: () => true })),
  ),
  defect(
    'literal-plus-of-bad-command',
    'The octets of a literal that was refused are read as a command.',
    'https://github.com/migadu/sora/pull/77',
    deciding(() => ({ comes: () => false })),
  ),
  defect(
    'quoted-escapes-kept',
    'Backslashes stay in quoted strings.',
    'https://github.com/mguessan/davmail/pull/378',
    retyping('all', (text) => text.replace(/\\["\\]/g, '\\\\$&')),
  ),
  defect('nul-in-name', 'A string ends at its first NUL.', 'CVE-2019-11500', {
    async around(_session, { name, raw }, next) {
      if (name !== 'APPEND') for (const literal of raw.literals) literal.octets = upTo(literal.octets, '\0');
      return next();
    },
  }),
  defect('idle-done-pipelined', 'What comes with DONE in one packet is lost.', COMMON, losingTheRest(['IDLE'])),
  defect(
    'idle-silent',
    'IDLE tells nothing.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/192',
    selected(() => ({ watch: () => () => {} })),
  ),
  defect(
    'literal-of-any-size',
    'A literal is asked for however large it is.',
    'CVE-2024-34055',
    deciding((right) => ({
      gate(session, raw, marker) {
        const refusal = right.gate(session, raw, marker);
        return refusal?.code === 'TOOBIG' ? undefined : refusal;
      },
    })),
  ),
  defect('idle-without-continuation', 'IDLE is answered by no +.', COMMON, withoutUntagged(['IDLE'], /^\+/)),
  defect('done-in-capitals-only', 'DONE is known in capitals only.', COMMON, {
    read: (session) => (octets) =>
      session.current?.name === 'IDLE' && octets.toString('latin1').startsWith('done')
        ? Buffer.concat([Buffer.from('x'), octets])
        : octets,
  }),
  defect(
    'idle-ends-with-anything',
    'IDLE ends with any line.',
    COMMON,
    around(['IDLE'], async (_session, { name }, next) => {
      try {
        return await next();
      } catch (error) {
        // What is wrong with the command itself is a matter of syntax.
        if (!(error instanceof Refusal) || error.why !== undefined) throw error;
        return { text: `${name} completed` };
      }
    }),
  ),
];
