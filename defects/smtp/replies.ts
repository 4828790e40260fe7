/** Mistakes in what is answered (RFC 5321 §4.2, RFC 2034). */

import { type Reply, reply } from '../../reference-server/delivery/reply';
import { format } from '../../reference-server/smtp/reply';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';
import { answering, COMMON, defect, on, type SmtpDefect } from './tools';

/** Edits the whole of each reply, as it is written. */
const octets = (edit: (text: string) => string): SmtpSeams => ({ write: (written) => edit(written.toString()) });
/** Changes every reply, or keeps it back. */
const everywhere = (change: (answer: Reply) => Reply | undefined): SmtpSeams => ({ out: change });
const recoded = (from: number, to: number) =>
  everywhere((answer) => (answer.code === from ? { ...answer, code: to } : answer));

/** Sessions in which a message was the last thing. */
const sent = new WeakSet<Session>();

export const replies: readonly SmtpDefect[] = [
  defect(
    'replies-end-in-lf',
    'Replies end in LF without CR.',
    COMMON,
    octets((text) => text.replaceAll('\r\n', '\n')),
  ),
  defect(
    'multiline-without-hyphens',
    'The lines of a reply have a space behind the code, all of them.',
    'https://github.com/RIPE-NCC/whois/pull/1713',
    octets((text) => text.replace(/^(\d{3})-/gm, '$1 ')),
  ),
  defect(
    'multiline-last-hyphen',
    'The last line of a reply has a hyphen behind the code, as if more came.',
    COMMON,
    octets((text) => (/^\d{3}-/.test(text) ? text.replace(/^(\d{3}) (?!.*\r\n\d)/m, '$1-') : text)),
  ),
  defect(
    'codes-differ-within-reply',
    'The lines of a reply begin with different codes.',
    'https://github.com/aio-libs/aiosmtpd/issues/155',
    octets((text) => text.replace(/^250-(?=.*\r\n250 )/m, '220-')),
  ),
  defect(
    'long-reply-line',
    'EHLO is answered with a line of more than 512 octets.',
    COMMON,
    answering('EHLO', (answer) =>
      answer.code === 250
        ? { ...answer, lines: [`${answer.lines[0]} ${'welcome '.repeat(80)}`, ...answer.lines.slice(1)] }
        : answer,
    ),
  ),
  defect('refusals-repeat-command', 'A reply that is no plain success repeats the command.', COMMON, {
    out: (answer, _, command) =>
      command && answer.code > 251 && Math.floor(answer.code / 100) !== 3
        ? { ...answer, lines: [...answer.lines.slice(0, -1), `${answer.lines.at(-1)}: ${command.line}`] }
        : answer,
  }),
  defect(
    'rcpt-answered-252',
    'A recipient that is accepted is answered 252, since nobody has looked at the mailbox.',
    COMMON,
    answering('RCPT', (answer) => (answer.code === 250 ? { ...answer, code: 252 } : answer)),
  ),
  defect(
    'server-name-in-utf8',
    'The server gives its name in letters beyond ASCII.',
    COMMON,
    answering('EHLO HELO LHLO', (answer) =>
      answer.code === 250 ? { ...answer, lines: ['b\u00fccher.example.test', ...answer.lines.slice(1)] } : answer,
    ),
  ),
  defect(
    'hello-without-server-name',
    'The reply to EHLO, HELO and LHLO does not begin with the name of the server.',
    'https://github.com/mguessan/davmail/issues/379',
    answering('EHLO HELO LHLO', (answer) =>
      answer.code === 250 ? { ...answer, lines: ['***', ...answer.lines.slice(1)] } : answer,
    ),
  ),
  defect(
    'helo-lists-extensions',
    'HELO is answered with the list of extensions.',
    COMMON,
    answering('HELO', (answer, { service }) =>
      answer.code === 250
        ? { ...answer, lines: [...answer.lines, ...service.extensions.map(({ keyword }) => keyword)] }
        : answer,
    ),
  ),
  defect(
    'unknown-command-502',
    'A word that is no command is answered 550, as if it were refused by policy.',
    COMMON,
    recoded(500, 550),
  ),
  defect(
    'sequence-answered-501',
    'A command out of order is answered 501, as if its arguments were wrong.',
    COMMON,
    recoded(503, 501),
  ),
  defect(
    'unknown-parameter-501',
    'A parameter that is not known is answered 501 and not 555.',
    'https://github.com/rnwood/smtp4dev/issues/1212',
    recoded(555, 501),
  ),
  defect('data-answered-250', 'DATA is answered 250, and the message is taken.', COMMON, recoded(354, 250)),
  defect('out-of-step-after-message', 'The first command behind a message is answered twice.', COMMON, {
    async around(session, { verb }, next) {
      const answer = await next();
      if (answer && sent.delete(session)) session.send(answer);
      if (verb === 'END') sent.add(session);
      return answer;
    },
  }),
  defect('wrong-code-class', 'A refusal has a code that is out of range.', COMMON, recoded(550, 650)),
  defect(
    'closes-without-421',
    'The server closes a connection that it is tired of, without a word.',
    COMMON,
    everywhere((answer) => (answer.code === 421 ? undefined : answer)),
  ),
  defect(
    'quit-without-reply',
    'QUIT closes the connection without a reply.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/801',
    on('QUIT', (session) => {
      session.end();
      return undefined;
    }),
  ),
  defect(
    'quit-stays-open',
    'After QUIT the connection stays open.',
    'https://github.com/aio-libs/aiosmtpd/issues/8',
    on('QUIT', () => reply(221, '2.0.0', 'Bye')),
  ),
  defect(
    'enhanced-code-class-differs',
    'A refusal has an enhanced code of class 2.',
    COMMON,
    everywhere((answer) =>
      answer.code >= 500 && answer.enhanced ? { ...answer, enhanced: answer.enhanced.replace(/^5/, '2') } : answer,
    ),
  ),
  defect(
    'enhanced-codes-missing',
    'Enhanced status codes are announced and never given.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/411',
    everywhere(({ code, lines }) => ({ code, lines })),
  ),
  defect(
    'enhanced-code-with-zeros',
    'Numbers of enhanced status codes begin with a zero.',
    COMMON,
    everywhere((answer) =>
      answer.enhanced ? { ...answer, enhanced: answer.enhanced.replace(/\.(\d)\./, '.0$1.') } : answer,
    ),
  ),
  defect(
    'pipelined-replies-held-back',
    'Replies to a group of commands wait for a command that is not one of the envelope.',
    'https://github.com/IndySockets/Indy/issues/239',
    {
      out(answer, session, command) {
        const kept = held.get(session) ?? '';
        const waits =
          /^(MAIL|RCPT|RSET)$/.test(command?.verb ?? '') && (kept !== '' || session.connection.buffered > 0);
        held.set(session, waits ? kept + format(answer) : '');
        if (waits) return undefined;
        session.connection.write(kept);
        return answer;
      },
    },
  ),
  defect(
    'full-mailbox-untold',
    'That a mailbox is full is told as any other trouble with mailboxes.',
    COMMON,
    everywhere((answer) =>
      answer.enhanced?.endsWith('.2.2') ? { ...answer, enhanced: answer.enhanced.replace('.2.2', '.2.0') } : answer,
    ),
  ),
];

/** Replies that wait, per session. */
const held = new WeakMap<Session, string>();
