/** Mistakes with signed and encrypted messages (RFC 1847): what is done to others breaks these. */

import { COMMON } from '../smtp/tools';
import { inSigned, SIGNED } from './signed-part';
import { defect, has, inHeader, inMultipart, type MimeDefect } from './tools';

const MANGLING = 'https://datatracker.ietf.org/doc/draft-dkg-openpgp-pgpmime-message-mangling/';

export const protectedMessages: readonly MimeDefect[] = [
  defect(
    'footer-in-signed',
    'A disclaimer is put under the text of a signed message.',
    'https://github.com/NethServer/dev/issues/5514',
    inSigned((part) => `${part}\r\nThis message is confidential.\r\n`),
  ),
  defect(
    'dashes-in-signed-unescaped',
    'A dash and a space at the start of a signed line are taken for an escape and removed.',
    COMMON,
    inSigned((part) => part.replace(/(^|\r\n)- -/g, '$1-')),
  ),
  defect(
    'space-in-signed-trimmed',
    'White space at the ends of signed lines is removed.',
    'https://github.com/jstedfast/MimeKit/issues/320',
    inSigned((part) => part.replace(/[ \t]+(?=\r\n)/g, '')),
  ),
  defect(
    'signature-dropped',
    'The signature is dropped as a part of an unknown type.',
    'https://github.com/axllent/imap-scrub/issues/6',
    (content) =>
      has(content, 'Content-Type', SIGNED)
        ? inMultipart((pieces) =>
            pieces.filter(
              ({ kind, text }, i) =>
                !/pgp-signature/.test(text) &&
                !(kind === 'delimiter' && /pgp-signature/.test(pieces[i + 1]?.text ?? '')),
            ),
          )(content)
        : content,
  ),
  defect(
    'encrypted-made-mixed',
    'An encrypted message is called multipart/mixed.',
    MANGLING,
    inHeader((header) => header.replace(/multipart\/encrypted;(?:\s*protocol="[^"]*";)?/i, 'multipart/mixed;')),
  ),
  defect(
    'smime-type-replaced',
    'application/pkcs7-mime becomes application/octet-stream.',
    COMMON,
    inHeader((header) =>
      header.replace(/application\/pkcs7-mime(?:; smime-type=[\w-]+)?/i, 'application/octet-stream'),
    ),
  ),
];
