/** Mistakes with the lines of a body (RFC 5321 §4.5.2), as stores and filters make them. */

import { COMMON } from '../smtp/tools';
import { defect, inBody, inType, type MimeDefect } from './tools';

export const lines: readonly MimeDefect[] = [
  defect(
    'from-lines-unquoted',
    'A line that begins with >From loses the >, as if a mailbox file had put it there.',
    'https://github.com/jstedfast/MimeKit/issues/108',
    inBody((body) => body.replace(/(^|\r\n)>(?=>*From )/g, '$1')),
  ),
  defect(
    'from-line-ends-message',
    'A line with From, an address and a date ends the message, as in a mailbox file.',
    'https://github.com/robertklep/node-mbox/issues/12',
    inBody((body) => body.replace(/\r\nFrom \S+@\S+ .*\d{4}\r\n[\s\S]*$/, '\r\n')),
  ),
  defect(
    'dot-ends-message',
    'A line with a single dot ends the message, as on the standard input of sendmail.',
    'https://www.postfix.org/sendmail.1.html (without -i)',
    inBody((body) => body.replace(/(^|\r\n)\.\r\n[\s\S]*$/, '$1')),
  ),
  defect(
    'long-lines-broken',
    'A line of plain text with more than 990 octets is broken in two.',
    'https://github.com/corecode/dma/pull/49',
    inType(/text\/plain/i, (body) => body.replace(/(?<=^|\n)([^\r\n]{990})(?=[^\r\n])/g, '$1\r\n')),
  ),
  defect(
    'white-space-collapsed',
    'In plain text several spaces become one, and a tab too.',
    'https://github.com/Foundry376/Mailspring/issues/2225',
    inType(/text\/plain/i, (body) => body.replace(/(?<=[^\s])[ \t]+(?=[^\s])/g, ' ')),
  ),
  defect(
    'signature-separator-trimmed',
    'The line -- that stands before a signature loses its space.',
    'https://github.com/jstedfast/MimeKit/issues/320',
    inBody((body) => body.replace(/(^|\r\n)-- (?=\r\n)/g, '$1--')),
  ),
  defect(
    'last-empty-lines-dropped',
    'Empty lines at the end of a body are dropped.',
    'https://github.com/DockYard/elixir-mail/pull/208',
    // From the first of a run only: thousands of them elsewhere must not cost thousands of looks each.
    inBody((body) => body.replace(/(?<!\r\n)(?:\r\n){2,}$/, '\r\n')),
  ),
  defect(
    'first-empty-lines-dropped',
    'Empty lines at the start of a body are dropped.',
    COMMON,
    inBody((body) => body.replace(/^(?:\r\n)+/, '')),
  ),
  defect(
    'flowed-text-joined',
    'Text of format=flowed is joined to long lines.',
    COMMON,
    inType(/format=flowed/i, (body) => body.replace(/([^\r\n]) \r\n(?!-- )/g, '$1 ')),
  ),
];
