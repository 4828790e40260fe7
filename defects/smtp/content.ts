/** Mistakes with the content: where it ends and what becomes of its octets (RFC 5321 §2.3.8, §4.5.2). */

import { composed } from '../../reference-server/seams';
import { editingLines, endedByLf, takenInPieces } from '../tools/lines';
import { dotsKept, endedBy, firstDotKept, halvesLost, wordsAnswered } from './data';
import {
  altered,
  altering,
  COMMON,
  defect,
  delivering,
  on,
  overlooking,
  parts,
  refusingContent,
  type SmtpDefect,
} from './tools';

const SMUGGLING = 'https://sec-consult.com/blog/detail/smtp-smuggling-spoofing-e-mails-worldwide/';

export const content: readonly SmtpDefect[] = [
  defect(
    'smuggling-lf-dot-crlf',
    'LF . CR LF ends the data.',
    'CVE-2023-51764, CVE-2023-51765, CVE-2023-51766',
    endedBy('\n.\r\n'),
  ),
  defect('smuggling-lf-dot-lf', 'LF . LF ends the data.', SMUGGLING, endedBy('\n.\n')),
  defect('smuggling-crlf-dot-lf', 'CR LF . LF ends the data.', SMUGGLING, endedBy('\r\n.\n')),
  defect('smuggling-cr-dot-cr', 'CR . CR ends the data.', SMUGGLING, endedBy('\r.\r')),
  defect('smuggling-cr-dot-lf', 'CR . LF ends the data.', SMUGGLING, endedBy('\r.\n')),
  defect('smuggling-lf-dot-cr', 'LF . CR ends the data.', SMUGGLING, endedBy('\n.\r')),
  defect(
    'bare-newlines-mended',
    'A CR or LF that stands alone is stored as CR LF, which lets a hidden message out.',
    'https://github.com/The-Login/SMTP-Smuggling-Tools/pull/4',
    composed([overlooking('bareNewline'), altered((text) => text.replace(/\r?\n|\r/g, '\r\n'))]),
  ),
  defect('half-commands-taken', 'What comes in one piece is taken for a whole command.', COMMON, {
    read: takenInPieces,
  }),
  defect('lf-ends-command', 'A bare LF ends a command line.', 'seen in npm smtp-server 3.21', { read: endedByLf }),
  defect('cr-ends-command', 'A bare CR ends a command line.', COMMON, {
    read: () => editingLines((line) => line.replace(/\r(?!\n)/g, '\r\n')),
  }),
  defect(
    'nul-cuts-line',
    'A line of content is cut at a NUL, as strings of C are.',
    COMMON,
    composed([overlooking('nul'), altered((text) => text.replace(/\0[^\r\n]*/g, ''))]),
  ),
  defect(
    'nul-cuts-message',
    'A message ends at its first NUL, as strings of C do.',
    COMMON,
    composed([overlooking('nul'), altered((text) => text.replace(/\0.*/s, '\r\n'))]),
  ),
  defect(
    'newline-in-halves-lost',
    'A CR LF of which the halves come in two pieces loses the second.',
    COMMON,
    halvesLost,
  ),
  defect(
    'words-of-data-answered',
    'A line of the data that is a single word is answered as a command that is not known.',
    COMMON,
    wordsAnswered,
  ),
  defect(
    'backslashes-removed',
    'A backslash is taken for a sign of quoting, and away.',
    COMMON,
    altered((text) => text.replace(/\\(.)/g, '$1')),
  ),
  defect(
    'long-header-cut',
    'After 500 lines of the header the body begins.',
    COMMON,
    altered((text) => {
      const [header, body] = parts(Buffer.from(text, 'latin1'));
      return header.replace(/^(?:.*\r\n){500}(?=.)/, '$&\r\n') + body;
    }),
  ),
  defect(
    'odd-header-line-begins-body',
    'A line of the header that is not ASCII, or has a NUL, begins the body.',
    COMMON,
    composed([
      overlooking('nul'),
      altered((text) => {
        const [header, body] = parts(Buffer.from(text, 'latin1'));
        return header.replace(/^.*[\0\x80-\xff]/m, '\r\n$&') + body;
      }),
    ]),
  ),
  defect(
    'dots-kept',
    'Dots that were doubled for transparency stay doubled.',
    'https://github.com/jstanden/cerb/issues/1829',
    dotsKept,
  ),
  defect(
    'first-line-dot-kept',
    'A doubled dot at the start of the very first line stays doubled.',
    'https://github.com/greenmail-mail-test/greenmail/issues/1004',
    firstDotKept,
  ),
  defect(
    'leading-dots-removed',
    'All dots at the start of a line are removed, not only the first.',
    COMMON,
    altered((text) => text.replace(/(^|\r\n)\.+/g, '$1')),
  ),
  defect(
    'eighth-bit-stripped',
    'The high bit of every octet is cleared.',
    COMMON,
    altering((content) => Buffer.from(content.map((octet) => octet & 0x7f))),
  ),
  defect(
    'content-recoded',
    'Content is decoded as UTF-8 and encoded again: other octets are lost.',
    'https://github.com/rnwood/smtpserver/issues/172',
    altering((content) => Buffer.from(content.toString('utf8'))),
  ),
  defect(
    'long-lines-folded',
    'Lines longer than 500 octets are broken in two.',
    COMMON,
    altered((text) => text.replace(/[^\r\n]{500}(?=[^\r\n])/g, '$&\r\n ')),
  ),
  defect(
    'long-lines-refused',
    'A message with a line of more than 1000 octets is refused.',
    'https://github.com/hmailserver/hmailserver/issues/146',
    refusingContent('A line is too long', (content) => /[^\r\n]{999}/.test(content.toString('latin1')), 'dropped'),
  ),
  defect(
    'trailing-space-trimmed',
    'Spaces at the end of a line are taken away.',
    COMMON,
    altered((text) => text.replace(/[ \t]+(?=\r\n)/g, '')),
  ),
  defect(
    'tabs-expanded',
    'Tabs become spaces.',
    COMMON,
    altered((text) => text.replaceAll('\t', '        ')),
  ),
  defect(
    'empty-line-added',
    'A message gets an empty line at its end, as between two in an mbox.',
    'https://www.rfc-editor.org/rfc/rfc4155',
    altered((text) => `${text}\r\n`),
  ),
  defect(
    'empty-lines-merged',
    'Several empty lines become one.',
    COMMON,
    altered((text) => text.replace(/(\r\n){3,}/g, '\r\n\r\n')),
  ),
  defect(
    'from-lines-quoted',
    'A line that begins with From and a space is stored with a > before it.',
    'https://www.rfc-editor.org/rfc/rfc4155 (mboxrd and mboxo quoting)',
    altered((text) => text.replace(/(^|\r\n)From /g, '$1>From ')),
  ),
  defect(
    'last-dotted-line-lost',
    'The last line is lost where it begins with a dot, as if it belonged to the end.',
    COMMON,
    altered((text) => text.replace(/(?<=\n)\.[^\r\n]*\r\n$/, '')),
  ),
  defect(
    'long-lines-end-in-lf',
    'Lines longer than 500 octets are stored with LF in place of CR LF.',
    COMMON,
    altered((text) => text.replace(/([^\r\n]{500})\r\n/g, '$1\n')),
  ),
  defect(
    'header-rewritten',
    'The From field is overwritten with the reverse-path.',
    COMMON,
    altering((content, { envelope }) => {
      const [header, body] = parts(content);
      const from = `From: <${envelope.reversePath.text}>`;
      return Buffer.from(header.replace(/^From:.*(?:\r\n[ \t].*)*/im, from) + body, 'latin1');
    }),
  ),
  defect(
    'data-answered-per-recipient',
    'The end of the data is answered once for each recipient, as in LMTP.',
    COMMON,
    on('END', async (session, _, next) => {
      const answer = await next();
      const others = session.transaction?.recipients.slice(1) ?? [];
      if (answer?.code === 250) for (const _other of others) session.send(answer);
      return answer;
    }),
  ),
  defect(
    'refused-message-delivered',
    'A message that is refused for a CR or LF that stands alone is delivered all the same.',
    COMMON,
    delivering((right) => ({
      async accept(mail) {
        const verdicts = await right.accept(mail);
        if (mail.found.bareNewline) await right.accept({ ...mail, found: { ...mail.found, bareNewline: false } });
        return verdicts;
      },
    })),
  ),
  defect(
    'headerless-message-refused',
    'A message without a header section is refused.',
    'https://github.com/KumoCorp/kumomta/pull/591',
    refusingContent(
      'There is no header',
      (content) => !/^[!-9;-~]+:/.test(content.toString('latin1', 0, 80)),
      'stored',
    ),
  ),
];
