/** Mistakes with what is written, that no scenario need be about: the witness sees them wherever they show (RFC 5321 §4.2). */

import { reply } from '../../reference-server/delivery/reply';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import { announcing, answering, COMMON, defect, on, type SmtpDefect } from './tools';

/** Edits the first line of the reply to a command, without its code. */
const worded = (verbs: string, edit: (text: string) => string): SmtpSeams =>
  answering(verbs, (answer) => ({ ...answer, lines: [edit(answer.lines[0]!), ...answer.lines.slice(1)] }));
/** Edits the octets of a reply with this code. */
const octets = (code: number, edit: (text: string) => string): SmtpSeams => ({
  write: (written) => {
    const text = written.toString('latin1');
    return text.startsWith(String(code)) ? Buffer.from(edit(text), 'latin1') : written;
  },
});
const keyword = (pattern: RegExp, replacement: string) =>
  announcing((lines) => lines.map((line) => line.replace(pattern, replacement)));

export const written: readonly SmtpDefect[] = [
  defect(
    'greeting-of-stars',
    'The greeting names nobody: 220 and a row of stars.',
    COMMON,
    worded('GREETING', (text) => '*'.repeat(text.length)),
  ),
  defect(
    'hello-is-polite',
    'The answer to EHLO and HELO begins with a word to the client.',
    COMMON,
    worded('EHLO HELO LHLO', (text) => `Hello, ${text}`),
  ),
  defect(
    'keyword-with-equals',
    'AUTH is announced as it was before it had an RFC: AUTH=PLAIN.',
    COMMON,
    keyword(/^AUTH /, 'AUTH='),
  ),
  defect(
    'keyword-behind-two-spaces',
    'Two spaces stand between SIZE and its number.',
    COMMON,
    keyword(/^SIZE /, 'SIZE  '),
  ),
  defect('size-in-words', 'SIZE is announced with its unit.', COMMON, keyword(/^SIZE \d+$/, '$& octets')),
  defect(
    '8bitmime-with-parameter',
    '8BITMIME is announced with a parameter.',
    COMMON,
    keyword(/^8BITMIME$/, '8BITMIME BODY=8BITMIME'),
  ),
  defect(
    'keyword-made-up',
    'A keyword is announced that nobody has registered.',
    COMMON,
    announcing((lines) => [...lines, 'VERSION 2']),
  ),
  defect(
    'text-in-latin-1',
    'The texts of replies have letters beyond ASCII.',
    COMMON,
    octets(250, (text) => text.replace('\r\n', ' f\xfcr Sie\r\n')),
  ),
  defect(
    'text-in-colours',
    'Replies are coloured for a terminal.',
    COMMON,
    octets(221, (text) => text.replace(/^221 (.*)\r\n/, '221 \u001b[32m$1\u001b[0m\r\n')),
  ),
  defect(
    'codes-alone',
    'Success is a code without a word.',
    COMMON,
    octets(250, (text) => (text.includes('\r\n250') ? text : '250\r\n')),
  ),
  defect(
    'colon-behind-code',
    'A colon stands behind the code.',
    COMMON,
    octets(221, (text) => text.replace('221 ', '221: ')),
  ),
  defect(
    'enhanced-code-on-one-line',
    'Of a reply of several lines only the first has the status code.',
    COMMON,
    octets(252, (text) => text.replace(/^252 (\S+) (.*)\r\n/, '252-$1 $2\r\n252 Ask a person\r\n')),
  ),
  defect(
    'enhanced-code-of-two-numbers',
    'The status code of success has two numbers.',
    COMMON,
    octets(250, (text) => text.replace(/^250 2\.(\d+)\.\d+ /, '250 2.$1 ')),
  ),
  defect(
    'enhanced-code-made-up',
    'The status code of success has a detail that nobody has registered.',
    COMMON,
    octets(250, (text) => text.replace(/^250 2\.0\.0 /, '250 2.0.250 ')),
  ),
  defect(
    'noop-answered-twice',
    'NOOP is answered with two replies.',
    COMMON,
    on('NOOP', (session, _, next) => {
      session.send(reply(250, '2.0.0', 'Still here'));
      return next();
    }),
  ),
  defect(
    'quit-answered-twice',
    'QUIT is answered with two replies.',
    COMMON,
    octets(221, (text) => `${text}221 2.0.0 Really\r\n`),
  ),
  defect(
    'auth-succeeds-with-250',
    'A login succeeds with 250.',
    COMMON,
    answering('AUTH', (answer) => (answer.code === 235 ? { ...answer, code: 250 } : answer)),
  ),
];
