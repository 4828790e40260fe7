/**
 * The server's certificate: P-256, issued by an authority of its own that is made together with it. Made once for each name in a
 * process, because loading the library and making keys costs a tenth of a second.
 */

import { createSecureContext, type SecureContext } from 'node:tls';

/** Whether STARTTLS and STLS are offered, demanded before login and mail, or not there. */
export type TlsUse = 'none' | 'optional' | 'required';

export interface TlsIdentity {
  /** What a client must trust, PEM. */
  readonly ca: string;
  readonly context: SecureContext;
}

const DAY = 86_400_000;
const KEYS = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const made = new Map<string, Promise<TlsIdentity>>();

/** A certificate for this name, localhost and the loopback addresses. TLS 1.2 and later (RFC 8314 §4.1, RFC 8996). */
export function tlsIdentity(hostname: string): Promise<TlsIdentity> {
  let identity = made.get(hostname);
  if (!identity) {
    identity = make(hostname);
    made.set(hostname, identity);
  }
  return identity;
}

async function make(hostname: string): Promise<TlsIdentity> {
  const { generate } = await import('selfsigned');
  const validity = { notBeforeDate: new Date(Date.now() - DAY), notAfterDate: new Date(Date.now() + 365 * DAY) };
  const authority = await generate([{ name: 'commonName', value: `${hostname} test authority` }], {
    ...KEYS,
    ...validity,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: hostname }], {
    ...KEYS,
    ...validity,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: hostname },
          ...(hostname === 'localhost' ? [] : [{ type: 2 as const, value: 'localhost' }]),
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const context = createSecureContext({ cert: server.cert, key: server.private, minVersion: 'TLSv1.2' });
  return { ca: authority.cert, context };
}
