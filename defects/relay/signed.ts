/** Mistakes with signed and encrypted messages on their way out, and with what of them is returned (RFC 1847 §2.1, RFC 8551 §3.1.3). */

import { attached, inSigned, quotedPrintable, rewrapped, tightened, unfolded } from '../mime/signed-part';
import { has, inLeaves, inMultiparts } from '../mime/tools';
import { written } from './reports';
import { COMMON, defect, type RelayDefect, saying, sendingText } from './tools';

/** What goes out where something had to be converted; the text is latin1. */
const converted = (change: (text: string) => string) =>
  saying((right) => ({
    fitted(parcel) {
      const fit = right.fitted(parcel);
      if (!('content' in fit) || fit.content === parcel.content) return fit;
      return { ...fit, content: Buffer.from(change(fit.content.toString('latin1')), 'latin1') };
    },
  }));

/** Each text in seven bits is given an encoding that it does not need, those of enclosed messages too. */
const everyTextEncoded = (text: string) =>
  text.replace(
    /(Content-Transfer-Encoding: )7bit(\r\n(?:.+\r\n)*\r\n)([\s\S]*?)(?=\r\n--)/gi,
    (_, name, rest, body: string) => [name, 'quoted-printable', rest, body.replace(/=/g, '=3D')].join(''),
  );

/** What a report gives back of a message. */
const returned = (change: (text: string) => string) =>
  written((report) => {
    const at = report.indexOf('Content-Type: message/rfc822');
    return at < 0 ? report : report.slice(0, at) + change(report.slice(at));
  });

export const signedOut: readonly RelayDefect[] = [
  defect(
    'signed-footer',
    'A disclaimer is put under the text of a signed message that goes out.',
    'https://github.com/NethServer/dev/issues/5514',
    sendingText(inSigned((part) => `${part}\r\nThis message is confidential.\r\n`)),
  ),
  defect(
    'signed-part-unfolded',
    'Folded fields of a signed part are put on one line.',
    'https://github.com/python/cpython/issues/153822',
    sendingText(inSigned(unfolded)),
  ),
  defect(
    'signed-parts-tightened',
    'Empty lines before the boundaries within a signed part are left out.',
    'https://github.com/pazz/alot/pull/1487',
    sendingText(inSigned(tightened)),
  ),
  defect(
    'signed-end-added',
    'A signed part without a line end at its end gets one.',
    'https://github.com/jstedfast/MimeKit/issues/213',
    sendingText(inSigned((part) => part.replace(/(?<!\r\n)$/, '\r\n'))),
  ),
  defect(
    'signed-eight-bits-encoded',
    'A signed part in 8bit goes out in quoted-printable, whatever the host offers.',
    'https://github.com/PHPMailer/PHPMailer/issues/1195',
    sendingText(inSigned(quotedPrintable)),
  ),
  defect(
    'signed-encoded-beside',
    'Where one part needs an encoding, each text gets one, what is signed too.',
    COMMON,
    converted(everyTextEncoded),
  ),
  defect(
    'inner-signature-dropped',
    'A signature that stands within another multipart is dropped.',
    'https://github.com/axllent/imap-scrub/issues/6',
    sendingText(
      inMultiparts((pieces, header) =>
        has(header, 'Content-Type', /multipart\/signed/i) && /boundary="?inner/.test(header)
          ? pieces.filter(({ text }) => !/pgp-signature/.test(text))
          : pieces,
      ),
    ),
  ),
  defect(
    'encrypted-made-attachments',
    'The parts of an encrypted message go out as attachments in base64.',
    'https://github.com/FlowCrypt/flowcrypt-browser/issues/3157',
    sendingText(attached),
  ),
  defect(
    'smime-rewrapped',
    'What is in base64 is wrapped anew, at 76 characters.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    sendingText(rewrapped),
  ),
  defect(
    'returned-attachments-left-out',
    'A report gives back the texts of a message and none of its attachments.',
    COMMON,
    returned(
      inLeaves((entity) => (/^Content-(?:Type|Disposition): (?:application|attachment)/im.test(entity) ? '' : entity)),
    ),
  ),
  defect(
    'returned-trimmed',
    'What a report gives back has no white space at the ends of its lines.',
    COMMON,
    returned((text) => text.replace(/[ \t]+(?=\r\n)/g, '')),
  ),
  defect(
    'returned-rewrapped',
    'What is in base64 is wrapped anew where a report gives it back.',
    COMMON,
    returned((text) => text.replace(/([\w+/]{64})\r\n/g, '$1')),
  ),
];
