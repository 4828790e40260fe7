/**
 * The server's certificate: P-256, issued by an authority of its own that is made together with it. Made once for each name in a
 * process, because loading the library and making keys costs a tenth of a second.
 */

import type { SecureContext } from 'node:tls';
import { type Credentials, STRONG, type Strength, secureContext } from './context';

/** Whether STARTTLS and STLS are offered, demanded before login and mail, or not there. */
export type TlsUse = 'none' | 'optional' | 'required';

export interface TlsIdentity {
  /** What a client must trust, PEM. */
  readonly ca: string;
  readonly credentials: Credentials;
  readonly context: SecureContext;
  /** The same strength with another certificate. */
  renewed(credentials: Credentials): TlsIdentity;
}

/** Of a server that has nothing to do with TLS. */
export const NO_IDENTITY: TlsIdentity = {
  ca: '',
  credentials: { cert: '', key: '' },
  get context(): never {
    return withoutTls();
  },
  renewed: withoutTls,
};

function withoutTls(): never {
  throw new Error('this server was started without TLS');
}

const DAY = 86_400_000;
const KEYS = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const made = new Map<string, Promise<Certified>>();

export interface IdentityOptions {
  tlsStrength?: Partial<Strength> | undefined;
  tlsCredentials?: Credentials | undefined;
}

/** The certificate that is given, or one for this name, localhost and the loopback addresses, and the strength of what it is used for. */
export async function tlsIdentity(
  hostname: string,
  { tlsStrength, tlsCredentials }: IdentityOptions = {},
): Promise<TlsIdentity> {
  const { ca, credentials } = tlsCredentials
    ? { ca: tlsCredentials.cert, credentials: tlsCredentials }
    : await certifiedFor(hostname);
  return identityOf(ca, credentials, { ...STRONG, ...tlsStrength });
}

function identityOf(ca: string, credentials: Credentials, strength: Strength): TlsIdentity {
  return {
    ca,
    credentials,
    context: secureContext(credentials, strength),
    renewed: (other) => identityOf(other.cert, other, strength),
  };
}

function certifiedFor(hostname: string): Promise<Certified> {
  let certified = made.get(hostname);
  if (!certified) {
    certified = make(hostname);
    made.set(hostname, certified);
  }
  return certified;
}

type Certified = Pick<TlsIdentity, 'ca' | 'credentials'>;

async function make(hostname: string): Promise<Certified> {
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
  return { ca: authority.cert, credentials: { cert: server.cert, key: server.private } };
}
