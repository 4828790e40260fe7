/** The first record of TLS among octets that came in clear: RFC 8446 §5.1, §6. */
import { alertName } from './alerts';

const ALERT = 21;
const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const SERVER_KEY_EXCHANGE = 12;
const WARNING = 1;
const HEADER = 5;

export type FirstRecord =
  /** Not whole yet. */
  | { kind: 'none' }
  | { kind: 'alert'; name: string }
  /** @param suite in hexadecimal, `c02b`. @param compresses by another method than none. */
  | { kind: 'server-hello'; suite: string; compresses: boolean }
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

/** RFC 5246 §7.4.1.3: type, length, version, random, session id, cipher suite, compression. */
function serverHello(message: Buffer): FirstRecord {
  const id = 4 + 2 + 32;
  const at = id + 1 + (message[id] ?? 0);
  return message.length < at + 3
    ? { kind: 'none' }
    : { kind: 'server-hello', suite: message.toString('hex', at, at + 2), compresses: message[at + 2] !== 0 };
}

/** The types of the messages with which a server goes on with a handshake in clear, TLS 1.2's, as far as they are whole: RFC 5246 §7.4. */
export function messageTypes(octets: Buffer): number[] {
  return messagesIn(octets).map(({ type }) => type);
}

/** The length of the prime that a server names for Diffie-Hellman, once its message is whole: RFC 5246 §7.4.3. */
export function groupBits(octets: Buffer): number | undefined {
  const exchange = messagesIn(octets).find(({ type }) => type === SERVER_KEY_EXCHANGE);
  if (exchange === undefined) return undefined;
  const prime = exchange.body.subarray(2, 2 + exchange.body.readUInt16BE(0));
  const from = prime.findIndex((octet) => octet !== 0);
  return from < 0 ? 0 : (prime.length - from) * 8 - Math.clz32(prime[from]!) + 24;
}

function messagesIn(octets: Buffer): { type: number; body: Buffer }[] {
  const parts: Buffer[] = [];
  for (let at = 0; at + HEADER <= octets.length; ) {
    const end = at + HEADER + octets.readUInt16BE(at + 3);
    if (octets[at] === HANDSHAKE) parts.push(octets.subarray(at + HEADER, end));
    at = end;
  }
  const messages = Buffer.concat(parts);
  const found: { type: number; body: Buffer }[] = [];
  for (let at = 0; at + 4 <= messages.length; ) {
    const end = at + 4 + messages.readUIntBE(at + 1, 3);
    if (end > messages.length) break;
    found.push({ type: messages[at]!, body: messages.subarray(at + 4, end) });
    at = end;
  }
  return found;
}
