/** What the server shakes hands by: certificate, versions, cipher suites. */

import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

export interface Credentials {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

/** How strong TLS must be. */
export interface Strength {
  /** The oldest version that is spoken: RFC 8996, RFC 9325 §3.1.1 leave these two. */
  readonly oldest: 'TLSv1.2' | 'TLSv1.3';
  /** The suites for TLS 1.2, as OpenSSL names them, the best first. */
  readonly suites: string;
}

/** With forward secrecy and authenticated encryption alone (RFC 9325 §4.1, §4.2). */
export const STRONG: Strength = { oldest: 'TLSv1.2', suites: 'ECDHE+AESGCM:ECDHE+CHACHA20' };

/** The server's order of suites counts (RFC 9325 §4.2.1); who has shaken hands does not do so again within the session (§3.5). */
export function secureContext({ cert, key }: Credentials, { oldest, suites }: Strength): SecureContext {
  return createSecureContext({
    cert,
    key,
    minVersion: oldest,
    ciphers: suites,
    ecdhCurve: 'X25519:P-256:P-384',
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  });
}
