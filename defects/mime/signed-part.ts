/** The part over which a signature is (RFC 1847 §2.1), for mistakes of servers that deliver and of those that hand on. */

import { fieldOf, has, inBody, inLeaves, inMultipart, inMultiparts } from './tools';

export const SIGNED = /multipart\/signed/i;

/** Edits the part that is signed, where the message as a whole is. */
export const inSigned = (edit: (part: string) => string) => (content: string) =>
  has(content, 'Content-Type', SIGNED)
    ? inMultipart((pieces) => {
        const first = pieces.findIndex(({ kind }) => kind === 'part');
        return pieces.map((piece, i) => (i === first ? { ...piece, text: edit(piece.text) } : piece));
      })(content)
    : content;

/** Each field of an entity's header is one line. */
export function unfolded(entity: string): string {
  const end = entity.indexOf('\r\n\r\n');
  return end < 0 ? entity : entity.slice(0, end).replace(/\r\n[ \t]+/g, ' ') + entity.slice(end);
}

/** Text beyond ASCII, and what else is in 8bit, becomes quoted-printable. */
export const quotedPrintable = inLeaves((entity) =>
  has(entity, 'Content-Transfer-Encoding', /8bit/i)
    ? inBody((body) => body.replace(/[=\x80-\xff]|[ \t](?=\r\n)/g, escaped))(entity).replace(
        fieldOf(entity, 'Content-Transfer-Encoding'),
        'Content-Transfer-Encoding: quoted-printable\r\n',
      )
    : entity,
);

/** Objects in base64 have lines of 76 characters. */
export const rewrapped = inLeaves((entity) =>
  has(entity, 'Content-Transfer-Encoding', /base64/i)
    ? inBody((body) => wrapped(body.replace(/\r\n/g, '')))(entity)
    : entity,
);

/** Empty lines between the parts of multiparts within it are left out. */
export const tightened = inMultiparts((pieces) =>
  pieces.map((piece) => (piece.kind === 'part' ? { ...piece, text: piece.text.replace(/(?:\r\n)+$/, '') } : piece)),
);

/** The two parts of what is encrypted become attachments in base64, as those of a multipart/mixed. */
export const attached = (content: string) =>
  has(content, 'Content-Type', /multipart\/encrypted/i)
    ? inMultipart((pieces) =>
        pieces.map((piece) => (piece.kind === 'part' ? { ...piece, text: inBase64(piece.text) } : piece)),
      )(content)
    : content;

const inBase64 = (part: string) =>
  inBody((body) => wrapped(Buffer.from(body, 'latin1').toString('base64')))(
    part.replace('\r\n\r\n', '\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
  );

const wrapped = (base64: string) => base64.replace(/.{76}(?=.)/g, '$&\r\n');

const escaped = (octet: string) => `=${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
