/** The record of a key (RFC 6376 §3.6.1). */

import { createPublicKey, type KeyObject } from 'node:crypto';
import { base64Of, listed, parseTags } from './tags';

export interface KeyRecord {
  /** h=: with which hashes it may be used; with all, when absent. */
  readonly hashes?: readonly string[];
  readonly type: string;
  readonly services: readonly string[];
  readonly flags: readonly string[];
  /** p= without white space; '' of one that was revoked. */
  readonly data: string;
}

/** Undefined where it is none. */
export function readKeyRecord(text: string): KeyRecord | undefined {
  const tags = parseTags(text);
  const data = tags?.get('p');
  if (!tags || data === undefined) return undefined;
  // It comes first, or not at all.
  const version = [...tags.keys()].indexOf('v');
  if (version > 0 || (version === 0 && tags.get('v') !== 'DKIM1')) return undefined;
  const hashes = tags.get('h');
  return {
    ...(hashes !== undefined && { hashes: listed(hashes) }),
    type: tags.get('k') ?? 'rsa',
    services: listed(tags.get('s') ?? '*'),
    flags: listed(tags.get('t') ?? ''),
    data: data.replace(/\s+/g, ''),
  };
}

/** Undefined where it is none of RSA. RFC 6376 §3.6.1 speaks of an RSAPublicKey; appendix C, and everybody, of a SubjectPublicKeyInfo. */
export function rsaKeyOf(data: string): KeyObject | undefined {
  const der = base64Of(data);
  if (!der) return undefined;
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type });
      return key.asymmetricKeyType === 'rsa' ? key : undefined;
    } catch {
      // Perhaps in the other form.
    }
  }
  return undefined;
}
