import { isIP } from 'node:net';
import {
  type ConnectionOptions,
  checkServerIdentity,
  createSecureContext,
  type SecureContext,
  type SecureContextOptions,
  type SecureVersion,
} from 'node:tls';

/** What a client asks for in one handshake otherwise than it does by itself. */
export interface HandshakeOptions {
  /** The one version of TLS that it knows. */
  version?: SecureVersion;
  /** The name of another server that it asks for (SNI); '' for none. */
  asksFor?: string;
  /** The protocols that it offers (ALPN). */
  alpn?: readonly string[];
  /** The one curve that it knows, as OpenSSL names it. */
  curve?: string;
  /** It takes signatures with SHA-1 and no other (RFC 9155). */
  sha1?: true;
  /** What an earlier session left, to go on with its keys (RFC 8446 §2.2). */
  session?: Buffer;
  /** It is looked at how the server ends. */
  watched?: true;
}

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
export function nodeTlsOptions(options: TlsOptions, handshake: HandshakeOptions = {}): ConnectionOptions {
  const { servername, ca, insecure = false } = options;
  const { version, asksFor, alpn, curve, sha1, session } = handshake;
  const { minVersion, maxVersion } = version === undefined ? options : { minVersion: version, maxVersion: version };
  const old = sha1 || [minVersion, maxVersion].some((version) => version === 'TLSv1' || version === 'TLSv1.1');
  return {
    // RFC 6066 §3: an address is no server name.
    ...(isIP(servername) ? { host: servername } : { servername }),
    ...(asksFor === undefined
      ? {}
      : { servername: asksFor, checkServerIdentity: (_, cert) => checkServerIdentity(servername, cert) }),
    ...(alpn === undefined ? {} : { ALPNProtocols: [...alpn] }),
    ...(session === undefined ? {} : { session }),
    secureContext: contextFor({
      ...(curve === undefined ? {} : { ecdhCurve: curve }),
      ...(sha1 ? { sigalgs: 'RSA+SHA1:ECDSA+SHA1' } : {}),
      ...(ca === undefined ? {} : { ca }),
      ...(minVersion === undefined ? {} : { minVersion }),
      ...(maxVersion === undefined ? {} : { maxVersion }),
      // OpenSSL 3 speaks TLS 1.0 and 1.1, and takes SHA-1, only when asked to forget its security level.
      ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
    }),
    rejectUnauthorized: !insecure,
  };
}

const contexts = new Map<string, SecureContext>();

/** Made once: to make one costs more than the handshake itself. */
function contextFor(options: SecureContextOptions): SecureContext {
  const key = JSON.stringify(options);
  const context = contexts.get(key) ?? createSecureContext(options);
  contexts.set(key, context);
  return context;
}
