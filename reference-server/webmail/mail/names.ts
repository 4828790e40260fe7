/** Names of files that strangers chose, made safe to save by. */

import type { MessageStructureObject } from 'imapflow';

const LONGEST = 120;

/** What a browser or a shell could take for something else: controls, ways up and down, marks that turn the order of letters round. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/gu;
/** Windows keeps these for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function safeName(given: string, otherwise = 'attachment'): string {
  const plain = given
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  if (plain === '' || /^_+$/.test(plain)) return otherwise;
  return shortened(DEVICE.test(plain) ? `_${plain}` : plain);
}

/** The end is what tells the kind. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const dot = letters.lastIndexOf('.');
  const end = dot > 0 && letters.length - dot <= 16 ? letters.slice(dot) : [];
  return [...letters.slice(0, LONGEST - end.length), ...end].join('');
}

/** As HTTP has it: a name of ASCII for old programs, and the whole of it. */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'message/global': 'message.eml',
  'message/delivery-status': 'delivery-status.txt',
  'text/plain': 'text.txt',
  'text/html': 'page.html',
  'text/calendar': 'event.ics',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-signature': 'smime.p7s',
};

export function nameOf({ dispositionParameters, parameters, type, envelope }: MessageStructureObject): string {
  const given = dispositionParameters?.filename ?? parameters?.name;
  if (given !== undefined) return safeName(given);
  if (envelope?.subject) return `${safeName(envelope.subject, 'message')}.eml`;
  return ENDINGS[type.toLowerCase()] ?? 'attachment';
}
