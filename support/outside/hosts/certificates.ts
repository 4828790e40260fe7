/**
 * The certificates that hosts show: P-256, issued by an authority of the process's own. All of it is made when it is first asked for, because
 * loading the library and making keys costs a tenth of a second.
 */
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Certificate } from './behaviour';

interface Authority {
  /** PEM: what a target must trust. */
  cert: string;
  key: string;
}

const DAY = 86_400_000;
const KEYS = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
/** Nobody's (RFC 2606 §2). */
const ANOTHER_NAME = 'another-name.test';

let authority: Promise<Authority> | undefined;
const contexts = new Map<string, Promise<SecureContext>>();

/** The authority's certificate, PEM: who trusts it finds a good certificate good. */
export async function authorityCertificate(): Promise<string> {
  return (await theAuthority()).cert;
}

/** What a host of this name shows. TLS 1.2 and later (RFC 8996). */
export function certificateOf(name: string, certificate: Certificate): Promise<SecureContext> {
  const key = `${certificate} ${name}`;
  const known = contexts.get(key) ?? issue(name, certificate);
  contexts.set(key, known);
  return known;
}

function theAuthority(): Promise<Authority> {
  authority ??= makeAuthority();
  return authority;
}

async function makeAuthority(): Promise<Authority> {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'mailspec outside authority' }], {
    ...KEYS,
    notBeforeDate: new Date(Date.now() - 30 * DAY),
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return { cert: made.cert, key: made.private };
}

async function issue(name: string, certificate: Certificate): Promise<SecureContext> {
  const [{ generate }, ca] = await Promise.all([import('selfsigned'), theAuthority()]);
  const subject = certificate === 'for another name' ? ANOTHER_NAME : name;
  const made = await generate([{ name: 'commonName', value: subject }], {
    ...KEYS,
    notBeforeDate: new Date(Date.now() - 20 * DAY),
    notAfterDate: new Date(Date.now() + (certificate === 'expired' ? -DAY : 365 * DAY)),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: subject }] },
    ],
  });
  return createSecureContext({ cert: made.cert, key: made.private, minVersion: 'TLSv1.2' });
}
