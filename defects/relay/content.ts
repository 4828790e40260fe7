/** Mistakes with the content on its way out (RFC 5321 §4.1.1.4, §4.5.2, §2.4). */

import { COMMON, defect, type RelayDefect, saying, sendingText } from './tools';

const END = Buffer.from('.\r\n');

/** Has the text as DATA shall carry it, which ends it. */
const carrying = (change: (text: string) => string) =>
  saying(() => ({
    transparent: (content) => Buffer.concat([Buffer.from(change(content.toString('latin1')), 'latin1'), END]),
  }));

const inBlocks = (text: string, change: (block: string) => string) =>
  text.replace(/.{1,4096}/gs, (block) => change(block));

/** What stands behind the header. */
const inBody = (change: (body: string) => string) =>
  sendingText((text) => {
    const end = text.indexOf('\r\n\r\n') + 4;
    return end < 4 ? text : text.slice(0, end) + change(text.slice(end));
  });

export const content: readonly RelayDefect[] = [
  defect(
    'dots-not-stuffed',
    'A line of the content that begins with a dot is sent as it stands.',
    'https://github.com/xpepermint/smtp-client/issues/9',
    carrying((text) => text),
  ),
  defect(
    'dots-alone-stuffed',
    'A dot is doubled where it stands alone in its line, and not where more follows.',
    'https://github.com/mogaal/sendemail/pull/9',
    carrying((text) => text.replace(/^\.\r$/gm, '..\r')),
  ),
  defect(
    'dots-doubled-at-blocks',
    'A dot that begins a block of output is doubled, even in the middle of a line.',
    'https://github.com/jstedfast/MailKit/issues/788',
    carrying((text) => inBlocks(text, (block) => block.replace(/^\.|(?<=\r\n)\./g, '..'))),
  ),
  defect(
    'dots-missed-at-blocks',
    'A dot that begins a block of output is not doubled, even at the beginning of a line.',
    'https://github.com/curl/curl/pull/2304',
    carrying((text) => inBlocks(text, (block) => block.replace(/(?<=\r\n)\./g, '..'))),
  ),
  defect(
    'empty-line-added',
    'An empty line is put before the final dot.',
    'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4',
    sendingText((text) => `${text}\r\n`),
  ),
  defect(
    'empty-lines-trimmed',
    'Empty lines at the end of the content are left out.',
    COMMON,
    inBody((body) => body.replace(/(?:\r\n)*$/, '\r\n')),
  ),
  defect(
    'bare-lf-sent',
    'Lines of the body end by LF alone.',
    'https://cr.yp.to/docs/smtplf.html',
    inBody((body) => body.replace(/\r\n(?!$)/g, '\n')),
  ),
  defect(
    'long-lines-broken',
    'Lines of more than 990 octets are broken.',
    'https://www.postfix.org/postconf.5.html#smtp_line_length_limit',
    inBody((body) => body.replace(/[^\r\n]{990}(?=[^\r\n])/g, '$&\r\n ')),
  ),
  defect(
    'blanks-trimmed',
    'Spaces and tabs at the ends of lines are left out.',
    COMMON,
    inBody((body) => body.replace(/[ \t]+(?=\r\n)/g, '')),
  ),
  defect(
    'from-quoted',
    'Lines that begin with “From ” get a > before them.',
    COMMON,
    inBody((body) => body.replace(/^From /gm, '>From ')),
  ),
  defect(
    'bcc-taken-from-body',
    'A line of the body that looks like a Bcc field is left out.',
    COMMON,
    inBody((body) => body.replace(/^Bcc:.*\r\n/gm, '')),
  ),
  defect(
    'parts-closed',
    'A multipart that does not end gets its last boundary.',
    COMMON,
    inBody((body) => (/^--b\r\n/m.test(body) && !/^--b--/m.test(body) ? `${body}--b--\r\n` : body)),
  ),
];
