/** A password kept in memory such that the memory alone does not give it: the key is held by the browser only. */

import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** The usual nonce of 12 octets; the key is used once, so any will do. */
const NONCE = Buffer.alloc(12);
export const KEY_OCTETS = 32;

export interface Sealed {
  readonly octets: Buffer;
  readonly tag: Buffer;
}

/** @param key of 32 octets, for this one text only */
export function seal(text: string, key: Buffer): Sealed {
  const cipher = createCipheriv(CIPHER, key, NONCE);
  const octets = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { octets, tag: cipher.getAuthTag() };
}

/** Undefined where the key is another. */
export function unseal({ octets, tag }: Sealed, key: Buffer): string | undefined {
  if (key.length !== KEY_OCTETS) return undefined;
  const decipher = createDecipheriv(CIPHER, key, NONCE, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(octets), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
