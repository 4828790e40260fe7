/** Mistakes with how answers and messages are written (RFC 1939 §3). */

import { ok, UNKNOWN } from '../../reference-server/pop3/answer';
import { editingLines, endedByLf, takenInPieces } from '../tools/lines';
import { answering, binary, COMMON, defect, latin1, on, type Pop3Defect, payloads, statusLines } from './tools';

const CRLF = Buffer.from('\r\n');

/** A message that is given otherwise than it was stored. */
const altered = (verbs: string, edit: (text: string) => string) =>
  answering(verbs, (answer) =>
    Buffer.isBuffer(answer.payload) ? { ...answer, payload: binary(edit(latin1(answer.payload))) } : answer,
  );

/** Without byte-stuffing, but ended. */
const unstuffed = (text: string) => text.replace(/(^|\r\n)\.(?=\.)/g, '$1');

export const framing: readonly Pop3Defect[] = [
  defect(
    'dots-not-stuffed',
    'Lines that begin with a dot are sent as they are.',
    'https://github.com/axllent/mailpit/issues/299',
    payloads(unstuffed),
  ),
  defect(
    'top-dots-not-stuffed',
    'TOP sends lines that begin with a dot as they are; RETR does not.',
    'https://github.com/hmailserver/hmailserver/issues/126',
    payloads(unstuffed, 'TOP'),
  ),
  defect(
    'only-single-dots-stuffed',
    'Only a line that is a single dot is byte-stuffed.',
    'https://github.com/mogaal/sendemail/pull/9',
    payloads((text) => text.replace(/(^|\r\n)\.\.(?!\r\n)/g, '$1.')),
  ),
  defect(
    'empty-line-before-end',
    'An empty line is added before the final dot.',
    'https://github.com/hivesolutions/netius/pull/105',
    answering('RETR', (answer) =>
      Buffer.isBuffer(answer.payload) ? { ...answer, payload: Buffer.concat([answer.payload, CRLF]) } : answer,
    ),
  ),
  defect(
    'lines-end-in-lf',
    'The lines of a message end in LF without CR.',
    'https://github.com/zetacomponents/Mail/pull/40',
    payloads((text) => text.replace(/\r\n(?!\.\r\n$)(?=.)/g, '\n')),
  ),
  defect(
    'status-lines-end-in-lf',
    'Status lines end in LF without CR.',
    COMMON,
    statusLines((line) => line.replace('\r\n', '\n')),
  ),
  defect(
    'eighth-bit-stripped',
    'The high bit of every octet is cleared.',
    COMMON,
    altered('RETR TOP', (text) =>
      text.replace(/[\x80-\xff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 0x7f)),
    ),
  ),
  defect(
    'retr-adds-status-field',
    'RETR adds a Status field to the header.',
    COMMON,
    altered('RETR', (text) => text.replace('\r\n\r\n', '\r\nStatus: RO\r\n\r\n')),
  ),
  defect(
    'retr-trims-lines',
    'RETR leaves out white space at the ends of lines.',
    COMMON,
    altered('RETR', (text) => text.replace(/[ \t]+(?=\r\n)/g, '')),
  ),
  defect(
    'retr-rewraps-base64',
    'RETR wraps anew what is in base64.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    altered('RETR', (text) => text.replace(/([\w+/]{64})\r\n/g, '$1')),
  ),
  defect(
    'top-one-line-too-many',
    'TOP sends one line of the body more than asked for.',
    COMMON,
    on('TOP', (_, command, next) => {
      command.argument = command.argument.replace(/(?<= )\d+$/, (lines) => String(Number(lines) + 1));
      return next();
    }),
  ),
  defect(
    'top-without-empty-line',
    'TOP with 0 lines leaves out the empty line behind the header.',
    COMMON,
    altered('TOP', (text) => text.replace(/\r\n\r\n$/, '\r\n')),
  ),
  defect(
    'top-counts-header-lines',
    'TOP counts the lines of the header too.',
    COMMON,
    on('TOP', async (_, { argument }, next) => {
      const answer = await next();
      if (!Buffer.isBuffer(answer?.payload)) return answer;
      const lines = Number(argument.split(' ')[1]);
      const kept = latin1(answer.payload).split('\r\n').slice(0, lines);
      return { ...answer, payload: binary(kept.map((line) => `${line}\r\n`).join('')) };
    }),
  ),
  defect('pipelined-commands-dropped', 'Commands that came together with another are thrown away.', COMMON, {
    around: async ({ connection }, _, next) => {
      await connection.readExactly(connection.buffered);
      return next();
    },
  }),
  defect('lf-ends-command', 'A bare LF ends a command line.', COMMON, { read: endedByLf }),
  defect('half-commands-taken', 'What comes in one piece is taken for a whole command.', COMMON, {
    read: takenInPieces,
  }),
  defect(
    'extra-arguments-ignored',
    'Arguments that do not belong to a command are ignored.',
    COMMON,
    on('STAT NOOP RSET QUIT CAPA STLS UTF8 LIST RETR DELE TOP', (_, command, next) => {
      const taken = { LIST: 1, RETR: 1, DELE: 1, TOP: 2 }[command.verb] ?? 0;
      command.argument = command.argument.split(' ').slice(0, taken).join(' ');
      return next();
    }),
  ),
  defect('unknown-command-accepted', 'A command that is not known is answered +OK.', COMMON, {
    around: async (_, __, next) => {
      const answer = await next();
      return answer === UNKNOWN ? ok('Fine') : answer;
    },
  }),
  defect(
    'commands-need-arguments',
    'After login a command without a space behind it is not understood.',
    COMMON,
    on('STAT LIST UIDL NOOP RSET CAPA QUIT', (session, { argument }, next) =>
      session.state === 'transaction' && argument === '' ? UNKNOWN : next(),
    ),
  ),
  defect('long-lines-in-pieces', 'A line has room for 512 octets, and what follows is another line.', COMMON, {
    read: () => editingLines((line) => line.replace(/[^\r\n]{510}(?=[^\r\n])/g, '$&\r\n')),
  }),
  defect(
    'quit-stays-open',
    'After QUIT the connection stays open.',
    COMMON,
    on('QUIT', async (session, _, next) => {
      const answer = await next();
      if (answer) session.send(answer);
      await session.connection.readLine(1000);
      return undefined;
    }),
  ),
];
