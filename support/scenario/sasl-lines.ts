/** Qualities of a challenge of SASL, the one line of an SMTP reply. */
import type { Quality } from './quality';

/** A quality of what the line is in base64. */
function decoded(holds: (text: string) => boolean): Quality {
  return { fromLine: 0, holds: (line) => holds(Buffer.from(line.toString('latin1'), 'base64').toString()) };
}

/** RFC 5802 §7: server-first-message, extensions behind it. */
const SCRAM =
  /^r=[!-+\x2d-~]+,s=(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?,i=([1-9]\d*)(?:,[A-Za-z]=[^,]+)*$/;

export const SASL_QUALITIES: Readonly<Record<string, Quality>> = {
  // RFC 2195 §2: as RFC 822's msg-id.
  'a message identifier in base64': decoded((text) => /^<[^<>@\s]+@[^<>@\s]+>$/.test(text)),
  'a challenge of SCRAM': decoded((text) => SCRAM.test(text)),
  // RFC 7677 §3.
  'a challenge of SCRAM with at least 4096 iterations': decoded((text) => Number(SCRAM.exec(text)?.[1]) >= 4096),
  // RFC 7628 §3.2.2.
  'an error result of OAuth': decoded(hasStatus),
};

function hasStatus(text: string): boolean {
  try {
    const result: unknown = JSON.parse(text);
    return typeof (result as { status?: unknown } | null)?.status === 'string';
  } catch {
    return false;
  }
}
