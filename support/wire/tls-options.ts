import { isIP } from 'node:net';
import type { ConnectionOptions, SecureVersion } from 'node:tls';

export interface TlsOptions {
  /** The name to ask for (SNI) and to find in the certificate; an IP address is checked but not sent. */
  servername: string;
  /** PEM of the authority to trust; without it the system's. */
  ca?: string;
  minVersion?: SecureVersion;
  maxVersion?: SecureVersion;
  /** Takes any certificate. */
  insecure?: boolean;
}

/** What Node's tls.connect is given. */
export function nodeTlsOptions(options: TlsOptions): ConnectionOptions {
  const { servername, ca, minVersion, maxVersion, insecure = false } = options;
  const old = [minVersion, maxVersion].some((version) => version === 'TLSv1' || version === 'TLSv1.1');
  return {
    // RFC 6066 §3: an address is no server name.
    ...(isIP(servername) ? { host: servername } : { servername }),
    ...(ca === undefined ? {} : { ca }),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    // OpenSSL 3 speaks TLS 1.0 and 1.1 only when asked to forget its security level.
    ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
    rejectUnauthorized: !insecure,
  };
}
