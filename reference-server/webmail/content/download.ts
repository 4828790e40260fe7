/** The response by which an attachment leaves: it is kept as a file, and whatever opens it all the same runs nothing of it. */

import { toUSVString } from 'node:util';

/** Pictures that a browser may show by themselves: no scripts, no links, nothing that is fetched. SVG is a document, and is none of them. */
const PICTURES: ReadonlyMap<string, (octets: Uint8Array) => boolean> = new Map([
  ['image/png', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', begins(0xff, 0xd8, 0xff)],
  ['image/gif', begins(0x47, 0x49, 0x46, 0x38)],
  ['image/webp', (octets: Uint8Array) => latin1(octets, 0, 4) === 'RIFF' && latin1(octets, 8, 12) === 'WEBP'],
  ['image/avif', (octets: Uint8Array) => ['ftypavif', 'ftypavis'].includes(latin1(octets, 4, 12))],
]);
/** What may keep its type beside them. All else (HTML, SVG, XML, scripts, what nobody knows) is octets. */
const HARMLESS =
  /^(?:application\/(?:pdf|zip|gzip|msword|rtf|pgp-signature|pkcs7-signature|vnd\.[\w.+-]+)|audio\/[\w.+-]+|video\/[\w.+-]+|image\/(?:png|jpeg|gif|webp|avif|bmp|tiff|heic)|text\/(?:plain|csv|calendar|vcard))$/;
const TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;
/** Documents in XML by another name (`application/vnd.mozilla.xul+xml`), and whole sites in one file. */
const DOCUMENT = /\+xml$|\bxml|html|xul|svg|flash|java|ecmascript|multipart/;

/** A media type as it may stand in a page or a field: in small letters, without parameters; octets where it is none (RFC 2045 §5.1). */
export function safeType(raw: string | null | undefined): string {
  const type = (raw ?? '').split(';')[0]!.trim().toLowerCase();
  return type.length <= 127 && TYPE.test(type) ? type : 'application/octet-stream';
}

/** Whether it is, by type and by its first octets, a picture that may be shown in place. */
export function isPicture(type: string, octets: Uint8Array): boolean {
  return PICTURES.get(safeType(type))?.(octets) ?? false;
}

/** The type under which an attachment is sent. */
export function servedType(type: string): string {
  const safe = safeType(type);
  if (!HARMLESS.test(safe) || DOCUMENT.test(safe)) return 'application/octet-stream';
  return safe;
}

export interface Downloaded {
  name: string;
  type: string;
  size: number;
  /** Only a picture (see `isPicture`) may be shown; anything else goes down as a file, whatever is asked here. */
  inline?: boolean;
}

/** Every field of the response. */
export function downloadHeaders({ name, type, size, inline = false }: Downloaded): Record<string, string> {
  const shown = inline && PICTURES.has(safeType(type));
  return {
    'content-type': servedType(type),
    'content-length': String(size),
    'content-disposition': disposition(shown ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  };
}

/** RFC 6266, section 4.1: a name in ASCII for whoever is old, and the true one (RFC 8187) for everybody else. */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const true8187 = encodeURIComponent(toUSVString(name)).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return ascii === name ? `${kind}; filename="${ascii}"` : `${kind}; filename="${ascii}"; filename*=UTF-8''${true8187}`;
}

function begins(...magic: number[]): (octets: Uint8Array) => boolean {
  return (octets) => magic.every((octet, index) => octets[index] === octet);
}

function latin1(octets: Uint8Array, from: number, to: number): string {
  return Buffer.from(octets.subarray(from, to)).toString('latin1');
}
