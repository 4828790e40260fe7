/** Mistakes with the content: where it ends and what becomes of its octets (RFC 5321 §2.3.8, §4.5.2). */

import { StrictScanner } from '../../reference-server/smtp/content/scanner';
import { LooseScanner } from './loose-scanner';
import { COMMON, defect, edited, parts, refusingContent, type SmtpDefect } from './tools';

const STRICT = '\r\n.\r\n';
const SMUGGLING = 'https://sec-consult.com/blog/detail/smtp-smuggling-spoofing-e-mails-worldwide/';

/** Another end of the data, which also means that bare newlines are let through. */
const endedBy = (...ends: string[]) => ({
  rules: { scanner: () => new LooseScanner([STRICT, ...ends]), refusesBareNewlines: false },
});

/** Content that is stored otherwise than it was sent; bare newlines are let through where `bare` says so. */
const altered = (edit: (text: string) => string) => ({
  rules: { content: (content: Buffer) => edited(content, edit) },
});

/** Refuses, too late, what DATA brought with an LF that stands alone. */
const BARE_LF = refusingContent(
  'There is a bare LF',
  (octets, { chunks }) => !chunks && /(?<!\r)\n/.test(octets.toString('latin1')),
  'stored',
);

/** Undoes nothing: the dots that were added stay. */
class KeepingScanner extends StrictScanner {
  private readonly kept: Buffer[] = [];

  override push(chunk: Buffer): number {
    const taken = super.push(chunk);
    this.kept.push(chunk.subarray(0, taken));
    if (this.done) this.pieces.splice(0, this.pieces.length, Buffer.concat(this.kept).subarray(0, -3));
    return taken;
  }
}

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
  defect(
    'bare-newlines-mended',
    'A CR or LF that stands alone is stored as CR LF, which lets a hidden message out.',
    'https://github.com/The-Login/SMTP-Smuggling-Tools/pull/4',
    {
      rules: {
        refusesBareNewlines: false,
        content: (octets) => edited(octets, (text) => text.replace(/\r?\n|\r/g, '\r\n')),
      },
    },
  ),
  defect('lf-ends-command', 'A bare LF ends a command line.', 'seen in npm smtp-server 3.21', {
    rules: { lineEnd: 'LF' },
  }),
  defect('nul-cuts-line', 'A line of content is cut at a NUL, as strings of C are.', COMMON, {
    rules: { refusesNul: false, content: (octets) => edited(octets, (text) => text.replace(/\0[^\r\n]*/g, '')) },
  }),
  defect(
    'dots-kept',
    'Dots that were doubled for transparency stay doubled.',
    'https://github.com/jstanden/cerb/issues/1829',
    {
      rules: { scanner: (limit) => new KeepingScanner(limit) },
    },
  ),
  defect(
    'first-line-dot-kept',
    'A doubled dot at the start of the very first line stays doubled.',
    'https://github.com/greenmail-mail-test/greenmail/issues/1004',
    {
      rules: {
        scanner: (limit) => new KeepingScanner(limit),
        content: (octets) => edited(octets, (text) => text.replace(/\r\n\./g, '\r\n')),
      },
    },
  ),
  defect(
    'leading-dots-removed',
    'All dots at the start of a line are removed, not only the first.',
    COMMON,
    altered((text) => text.replace(/(^|\r\n)\.+/g, '$1')),
  ),
  defect('eighth-bit-stripped', 'The high bit of every octet is cleared.', COMMON, {
    rules: { content: (octets) => Buffer.from(octets.map((octet) => octet & 0x7f)) },
  }),
  defect(
    'content-recoded',
    'Content is decoded as UTF-8 and encoded again: other octets are lost.',
    'https://github.com/rnwood/smtpserver/issues/172',
    {
      rules: { content: (octets) => Buffer.from(octets.toString('utf8')) },
    },
  ),
  defect(
    'long-lines-folded',
    'Lines longer than 500 octets are broken in two.',
    COMMON,
    altered((text) => text.replace(/[^\r\n]{500}(?=[^\r\n])/g, '$&\r\n ')),
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
  defect('header-rewritten', 'The From field is overwritten with the reverse-path.', COMMON, {
    rules: {
      content(octets, { reversePath }) {
        const [header, body] = parts(octets);
        return Buffer.from(
          header.replace(/^From:.*(?:\r\n[ \t].*)*/im, `From: <${reversePath.text}>`) + body,
          'latin1',
        );
      },
    },
  }),
  defect(
    'data-answered-per-recipient',
    'The end of the data is answered once for each recipient, as in LMTP.',
    COMMON,
    {
      reply(session, answer, verb) {
        const others = (session.transaction?.recipients.length ?? 1) - 1;
        if (verb === 'DATA' && answer.code === 250) session.connection.write('250 2.0.0 Taken\r\n'.repeat(others));
        return answer;
      },
    },
  ),
  defect('refused-message-delivered', 'A message that is refused for a bare LF is delivered all the same.', COMMON, {
    ...BARE_LF,
    rules: { ...BARE_LF.rules, refusesBareNewlines: false },
  }),
  defect(
    'headerless-message-refused',
    'A message without a header section is refused.',
    'https://github.com/KumoCorp/kumomta/pull/591',
    refusingContent('There is no header', (octets) => !/^[!-9;-~]+:/.test(octets.toString('latin1', 0, 80)), 'stored'),
  ),
];
