/** The first record of TLS among octets that came in clear: RFC 8446 §5.1, §6. */
import { alertName } from './alerts';

const ALERT = 21;
const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const WARNING = 1;
const HEADER = 5;

export type FirstRecord =
  /** Not whole yet. */
  | { kind: 'none' }
  | { kind: 'alert'; name: string }
  /** @param suite in hexadecimal, `c02b` */
  | { kind: 'server-hello'; suite: string }
  /** No TLS, or nothing that a server begins with. */
  | { kind: 'other' };

/** Alerts that are only warnings (RFC 6066 §3) are passed over. */
export function firstRecord(octets: Buffer): FirstRecord {
  if (octets.length <= HEADER) return octets.length > 1 && octets[1] !== 3 ? { kind: 'other' } : { kind: 'none' };
  const length = octets.readUInt16BE(3);
  const [type] = octets;
  if (octets[1] !== 3) return { kind: 'other' };
  if (type === HANDSHAKE)
    return octets[HEADER] === SERVER_HELLO ? serverHello(octets.subarray(HEADER)) : { kind: 'other' };
  if (type !== ALERT || length !== 2) return { kind: 'other' };
  if (octets.length < HEADER + length) return { kind: 'none' };
  if (octets[HEADER] === WARNING) return firstRecord(octets.subarray(HEADER + length));
  return { kind: 'alert', name: alertName(octets[HEADER + 1]!) };
}

/** RFC 5246 §7.4.1.3: type, length, version, random, session id, cipher suite. */
function serverHello(message: Buffer): FirstRecord {
  const id = 4 + 2 + 32;
  const at = id + 1 + (message[id] ?? 0);
  return message.length < at + 2
    ? { kind: 'none' }
    : { kind: 'server-hello', suite: message.toString('hex', at, at + 2) };
}
