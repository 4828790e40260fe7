/** What is asked of the certificate that a server shows. */
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Mismatch, NotApplicable } from '../outcome';

/** Whether it is so; undefined where it is asked of other certificates. */
type Holds = (certificate: X509Certificate, name: string) => boolean | undefined;

/** Every word of {certificate-quality}. */
const QUALITIES: Readonly<Record<string, Holds>> = {
  // RFC 7817 §3: a client looks for the DNS-ID; the common name is for old ones alone. A star is a whole label (§3).
  'the name of the server as a DNS-ID': (certificate, name) =>
    isIP(name) ? undefined : certificate.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined,
  // RFC 9325 §4.5.
  'a key of at least 2048 bits, or none of RSA': ({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }) =>
    !asymmetricKeyType?.startsWith('rsa') || (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048,
  // RFC 9325 §4.2.
  'a key on P-256, where it is ECDSA': ({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }) =>
    asymmetricKeyType === 'ec' ? asymmetricKeyDetails?.namedCurve === 'prime256v1' : undefined,
};
export const CERTIFICATE_QUALITIES = Object.keys(QUALITIES);

/**
 * @param name by which the target file calls the server. @throws Mismatch `certificate-differs`, NotApplicable
 */
export function checkCertificate(tls: TLSSocket | undefined, name: string, quality: string): void {
  const shown = tls?.getPeerCertificate().raw;
  if (shown === undefined) throw new Error('There is no TLS on this session: first write C: ${starttls}.');
  const certificate = new X509Certificate(shown);
  const holds = QUALITIES[quality]!(certificate, name);
  if (holds === undefined)
    throw new NotApplicable('other-certificate', `its certificate or its name is of another kind: ${quality}`);
  if (holds) return;
  const { publicKey, subjectAltName = 'no other name', subject } = certificate;
  const details = JSON.stringify(publicKey.asymmetricKeyDetails, (_, value) => String(value));
  throw new Mismatch(
    'certificate-differs',
    `the certificate has not ${quality}`,
    `${subject}\n${subjectAltName}\n${publicKey.asymmetricKeyType} ${details}`,
  );
}
