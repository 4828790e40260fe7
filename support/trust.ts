import { Blocked, Mismatch } from './outcome';

/** How Node words that it does not trust a certificate (its authority, its name, its dates). */
const DISTRUST =
  /self-signed certificate|unable to verify the first certificate|unable to get (?:local )?issuer certificate|certificate has expired|certificate is not yet valid|does not match certificate/;

/**
 * A handshake that ended because the suite does not trust the certificate: blocked, for whom to believe is a local matter (RFC 3207 §4.1)
 * and the target file's to say. Every other error as it is.
 */
export function blockedByDistrust(error: unknown): unknown {
  if (!(error instanceof Mismatch) || error.code !== 'tls-failed' || !DISTRUST.test(error.reason)) return error;
  return new Blocked('certificate-not-trusted', withAdvice(error.reason), error.detail);
}

/** Why a handshake failed, with what to do about it where the suite does not trust the certificate. */
export function withAdvice(reason: string): string {
  if (!DISTRUST.test(reason)) return reason;
  return `${reason}; name its authority and its name as tls.ca and tls.servername in the target file`;
}
