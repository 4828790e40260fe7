/** Mistakes of servers that take a signed or encrypted message apart and make it anew: what they make means the same, and no signature holds (RFC 1847 §2.1). */

import { attached, inSigned, quotedPrintable, rewrapped, tightened, unfolded } from './signed-part';
import { defect, inHeader, inMultiparts, type MimeDefect } from './tools';

/** They wrap lines of quoted-printable where they like. */
const softBreaksDropped = (part: string) => part.replace(/=\r\n/g, '');

export const signedAnew: readonly MimeDefect[] = [
  defect(
    'signed-part-unfolded',
    'Folded fields of a signed part are put on one line.',
    'https://github.com/python/cpython/issues/153822',
    inSigned(unfolded),
  ),
  defect(
    'signed-part-marked',
    'A field that tells of a check for viruses is put into the header of a signed part.',
    'https://github.com/hmailserver/hmailserver/issues/468',
    inSigned((part) => part.replace('\r\n\r\n', '\r\nX-Checked: yes\r\n\r\n')),
  ),
  defect(
    'signed-eight-bits-encoded',
    'A signed part in 8bit is stored in quoted-printable.',
    'https://github.com/PHPMailer/PHPMailer/issues/1195',
    inSigned(quotedPrintable),
  ),
  defect(
    'signed-quoted-printable-anew',
    'Quoted-printable within a signed part is encoded anew, its soft line breaks at other places.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    inSigned(softBreaksDropped),
  ),
  defect(
    'signed-parts-tightened',
    'Empty lines before the boundaries within a signed part are left out.',
    'https://github.com/pazz/alot/pull/1487',
    inSigned(tightened),
  ),
  defect(
    'signed-end-added',
    'A signed part without a line end at its end gets one.',
    'https://github.com/jstedfast/MimeKit/issues/213',
    inSigned((part) => part.replace(/(?<!\r\n)$/, '\r\n')),
  ),
  defect(
    'signed-boundaries-renamed',
    'The multiparts of a message get boundaries of the server’s own.',
    'https://github.com/ProtonMail/proton-bridge/issues/18',
    inMultiparts((pieces) =>
      pieces.map((piece) =>
        /^(?:delimiter|end)$/.test(piece.kind) ? { ...piece, text: piece.text.replace(/--(?=\w)/, '--b1_') } : piece,
      ),
    ),
  ),
  defect(
    'signed-made-mixed',
    'A signed message is called multipart/mixed.',
    'https://github.com/ProtonMail/proton-bridge/issues/216',
    inHeader((header) => header.replace(/multipart\/signed; protocol="[^"]*";/i, 'multipart/mixed;')),
  ),
  defect(
    'encrypted-made-attachments',
    'The parts of an encrypted message become attachments in base64.',
    'https://github.com/chatmail/core/issues/2320',
    attached,
  ),
  defect(
    'smime-rewrapped',
    'What is in base64 is wrapped anew, at 76 characters.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    rewrapped,
  ),
];
