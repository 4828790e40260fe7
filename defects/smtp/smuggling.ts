/** Mistakes by which a message hides another: what is taken for the end of the data and is none (RFC 5321 §4.1.1.4, §4.5.2). */

import type { SmtpSeams } from '../../reference-server/smtp/seams';
import { endedBy, endingAt, inData } from './data';
import { COMMON, defect, edited, type SmtpDefect } from './tools';

const END = '\r\n.\r\n';

/** The data are read as if they had been written so. */
const readAs = (change: (text: string) => string): SmtpSeams =>
  inData(() => (octets, want) => (want === 'line' ? octets : edited(octets, change)));

export const smuggling: readonly SmtpDefect[] = [
  defect(
    'smuggling-cr-dot-crlf',
    'CR . CR LF ends the data.',
    'https://github.com/The-Login/SMTP-Smuggling-Tools',
    endedBy('\r.\r\n'),
  ),
  defect('smuggling-lfcr-dot-lfcr', 'LF CR . LF CR ends the data.', COMMON, endedBy('\n\r.\n\r')),
  defect(
    'smuggling-crlf-dot-cr',
    'CR LF . CR ends the data, and whatever follows the CR is skipped where it is a LF.',
    'https://github.com/hannob/smtpsmug/issues/8',
    inData(() => endingAt([END, '\r\n.\r\r\n', '\r\n.\rX'])),
  ),
  defect(
    'nul-left-out',
    'A NUL is left out before the end of the data is looked for.',
    'https://www.postfix.org/smtp-smuggling.html',
    readAs((text) => text.replaceAll('\0', '')),
  ),
  defect(
    'cr-nul-ends-line',
    'CR NUL ends a line, as at a terminal of Telnet.',
    'https://www.rfc-editor.org/rfc/rfc854',
    endedBy('\r\0.\r\0'),
  ),
  defect(
    'lines-trimmed-before-dot',
    'Blanks around a dot that is alone in its line are not seen.',
    'https://github.com/jmarnold/EmbeddedMail/issues/10',
    readAs((text) => text.replace(/\r\n[ \t\x7f]*\.[ \t]*\r\n/g, END)),
  ),
  defect(
    'lines-split-as-in-python',
    'The data are split at whatever Python takes for the end of a line.',
    'https://github.com/python/cpython/issues/117313',
    readAs((text) => text.replace(/[\v\f\x1c-\x1e]|\xc2\x85|\xe2\x80[\xa8\xa9]/g, '\r\n')),
  ),
  defect(
    'characters-narrowed',
    'The data are read as characters, of which only the low octets are kept.',
    'CVE-2018-12116',
    readAs((text) => text.replace(/\xc4([\x80-\xbf])/g, (_, low: string) => narrowed(low))),
  ),
  defect(
    'overlong-decoded',
    'Overlong forms of UTF-8 are decoded before the end of the data is looked for.',
    'CVE-2008-2938',
    readAs((text) => text.replace(/\xc0([\x80-\xbf])/g, (_, low: string) => narrowed(low))),
  ),
  defect(
    'end-sought-in-segment',
    'A dot that begins what one read brought begins a line.',
    'https://github.com/andris9/rai/pull/6',
    inData(() => {
      let last = '';
      return (octets, want) => {
        if (want === 'line' || octets.length === 0) {
          if (want === 'line') last = END;
          return octets;
        }
        const begun = last.endsWith('\r\n') ? '' : '\r\n';
        last = octets.toString('latin1');
        return edited(octets, (text) => text.replace(/^\.\r?\n/, `${begun}.\r\n`));
      };
    }),
  ),
  defect(
    'end-of-segments-begun',
    'A LF or CR that begins what one read brought ends the dot before it.',
    COMMON,
    inData(() => {
      let dot = false;
      return (octets, want) => {
        if (want === 'line' || octets.length === 0) return octets;
        const text = octets.toString('latin1');
        const ended = dot ? text.replace(/^(?:\n|\r(?!\n)(?=.|$))/s, '\r\n') : text;
        dot = text.endsWith('\r\n.');
        return Buffer.from(ended, 'latin1');
      };
    }),
  ),
  defect('chunk-searched-for-end', 'A line with a single dot ends a chunk of BDAT.', 'CVE-2017-16944', {
    read: (session) => (octets, want) =>
      want === 'block' && session.current?.verb === 'BDAT' ? cutAtDot(octets) : octets,
  }),
];

/** Of a character of two octets in UTF-8, the second of which is this: what is left of it in one. */
const narrowed = (second: string) => String.fromCharCode(second.charCodeAt(0) & 0x3f);

/** What stands behind the dot is taken for commands; a chunk has its length all the same. */
function cutAtDot(octets: Buffer): Buffer {
  return edited(octets, (text) => {
    const at = /(?:^|\r\n)\.\r\n/.exec(text);
    if (!at) return text;
    const end = at.index + at[0].length;
    return `${text.slice(0, at.index).padEnd(text.length)}${text.slice(end)}`;
  });
}
