/**
 * The authority of the suite's own process, and what it issues: P-256. All of it is made when it is first asked for, because loading the
 * library and making keys costs a tenth of a second.
 */
import { isIP } from 'node:net';

/** PEM. */
export interface Issued {
  cert: string;
  key: string;
}

export interface Wanted {
  /** Names and addresses that it is for; the first is its common name too. */
  for: readonly string[];
  expired?: boolean;
  /** Signed by its own key: nobody else stands for it. */
  bySelf?: boolean;
  /** Instead of a new one, PEM. */
  keyPair?: { privateKey: string; publicKey: string };
}

const DAY = 86_400_000;
const KEYS = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

let authority: Promise<Issued> | undefined;

/** The authority's certificate, PEM: who trusts it finds a good certificate good. */
export async function authorityCertificate(): Promise<string> {
  return (await theAuthority()).cert;
}

export async function issue({ for: names, expired = false, bySelf = false, keyPair }: Wanted): Promise<Issued> {
  const [{ generate }, ca] = await Promise.all([import('selfsigned'), theAuthority()]);
  const made = await generate([{ name: 'commonName', value: names[0]! }], {
    ...KEYS,
    notBeforeDate: new Date(Date.now() - 20 * DAY),
    notAfterDate: new Date(Date.now() + (expired ? -DAY : 365 * DAY)),
    ...(bySelf ? {} : { ca }),
    ...(keyPair && { keyPair }),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}

function theAuthority(): Promise<Issued> {
  authority ??= makeAuthority();
  return authority;
}

async function makeAuthority(): Promise<Issued> {
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
