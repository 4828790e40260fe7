/** Mistakes with what is converted for a host that does not take it as it is (RFC 6152 §3, RFC 3030 §3). */

import type { FitParcel } from '../../reference-server/relay/fitted';
import type { Parcel } from '../../reference-server/relay/parcel';
import { COMMON, defect, type RelayDefect, saying } from './tools';

/** What a conversion makes comes out otherwise; the texts are latin1. */
const making = (change: (made: string, was: string) => string) =>
  saying((right) => ({
    fitted(parcel) {
      const fit = right.fitted(parcel);
      if (!isConverted(fit, parcel)) return fit;
      return { ...fit, content: octets(change(text(fit.content), text(parcel.content))) };
    },
  }));

/** It is made of something else. */
const of = (change: (was: string) => string, back = (made: string) => made) =>
  saying((right) => ({
    fitted(parcel) {
      const fit = right.fitted({ ...parcel, content: octets(change(text(parcel.content))) });
      return 'content' in fit ? { ...fit, content: octets(back(text(fit.content))) } : fit;
    },
  }));

const text = (content: Buffer) => content.toString('latin1');
const octets = (content: string) => Buffer.from(content, 'latin1');
const base64 = (content: string) =>
  octets(content)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
const escaped = (octet: number) => `=${octet.toString(16).toUpperCase()}`;

function isConverted(fit: object, { content }: Parcel): fit is FitParcel {
  return 'content' in fit && fit.content !== content;
}

export const conversion: readonly RelayDefect[] = [
  defect(
    'conversion-header-alone',
    'The header says quoted-printable, and the octets go as they were.',
    COMMON,
    making((made) =>
      made.replace(/=([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    ),
  ),
  defect(
    'conversion-as-latin-1',
    'Text in UTF-8 is taken for ISO 8859-1 when it is converted.',
    'https://github.com/civicrm/civicrm-core/pull/35083',
    making((made) =>
      made.replace(/=([89A-F][0-9A-F])/g, (_, digits: string) =>
        [...Buffer.from(String.fromCharCode(Number.parseInt(digits, 16)), 'utf8')].map(escaped).join(''),
      ),
    ),
  ),
  defect(
    'conversion-twice',
    'A part that was in base64 is put into base64 again.',
    COMMON,
    making((made) =>
      made.replace(
        /(Content-Transfer-Encoding: base64\r\n(?:.+\r\n)*\r\n)([\s\S]*?)(?=\r\n--)/g,
        (_, header: string, body: string) => header + base64(body),
      ),
    ),
  ),
  defect(
    'conversion-lines-unbroken',
    'Quoted-printable has no soft line breaks, however long its lines are.',
    COMMON,
    making((made) => made.replace(/=\r\n(?!--)/g, '')),
  ),
  defect(
    'conversion-line-ends-mended',
    'A CR or LF that stands alone becomes CRLF before the content is encoded.',
    COMMON,
    of((was) => was.replace(/\r\n|\r|\n/g, '\r\n')),
  ),
  defect(
    'conversion-of-signed',
    'A signed part is encoded like any other.',
    'https://github.com/PHPMailer/PHPMailer/issues/1197',
    of(
      (was) => was.replace('multipart/signed', 'multipart/x-signed'),
      (made) => made.replace('multipart/x-signed', 'multipart/signed'),
    ),
  ),
  defect(
    'conversion-of-multipart',
    'A multipart is put into base64 as a whole.',
    'https://www.rfc-editor.org/rfc/rfc2045#section-6.4',
    making((made, was) => {
      const end = was.indexOf('\r\n\r\n');
      const header = was.slice(0, end).replace(/\r\nContent-Transfer-Encoding:.*/i, '');
      if (!/^Content-Type: multipart/im.test(header)) return made;
      return `${header}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(was.slice(end + 4))}\r\n`;
    }),
  ),
  defect(
    'binary-undeclared-handed-on',
    'Content that says binary goes on, although MAIL did not say so.',
    COMMON,
    saying((right) => ({
      fitted: (parcel) => right.fitted({ ...parcel, envelope: { ...parcel.envelope, body: 'BINARYMIME' } }),
    })),
  ),
];
