/** The certificates that hosts show. */
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import { type Issued, issue } from '../../authority';
import type { Certificate } from './behaviour';

/** Whose certificate it is to be: the host's name, and where it listens. */
export interface Place {
  name: string;
  address: string;
}

/** Nobody's (RFC 2606 §2). */
const ANOTHER_NAME = 'another-name.test';
/** RFC 8996 */
const NEW: SecureContextOptions = { minVersion: 'TLSv1.2' };
/** OpenSSL takes its suites for secure at its lowest level alone. */
const OLD: SecureContextOptions = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };

const issued = new Map<string, Promise<Issued>>();

/** What a host shows, and TLS 1.2 and later, or where it is old TLS 1.1 alone. */
export async function contextOf(place: Place, certificate: Certificate, old = false): Promise<SecureContext> {
  return createSecureContext({ ...(await certificateOf(place, certificate)), ...(old ? OLD : NEW) });
}

/** Each is made once. */
export function certificateOf({ name, address }: Place, certificate: Certificate): Promise<Issued> {
  const key = `${certificate} ${name} ${address}`;
  const known = issued.get(key) ?? issue({ for: namesIn(name, address, certificate), ...KINDS[certificate] });
  issued.set(key, known);
  return known;
}

const KINDS = { good: {}, expired: { expired: true }, 'for another name': {}, 'of its own': { bySelf: true } };

function namesIn(name: string, address: string, certificate: Certificate): string[] {
  return certificate === 'for another name' ? [ANOTHER_NAME] : [name, address];
}
