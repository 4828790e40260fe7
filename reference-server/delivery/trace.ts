/** Trace fields (RFC 5321 §4.4), added on top of what the client sent. */

import { isIPv6 } from 'node:net';
import { formatDate } from './date';
import type { Envelope, Mail } from './mail';

/** Where delivery is final. */
export function returnPath({ reversePath }: Pick<Envelope, 'reversePath'>): string {
  return `Return-Path: <${reversePath.text}>\r\n`;
}

export function received({ id, envelope, origin }: Mail, hostname: string, now: number): string {
  const { recipients } = envelope;
  const recipient = recipients.length === 1 ? recipients[0]!.path : undefined;
  // Nobody learns from the message who else got it (RFC 5321 §7.2): FOR only where there is one recipient.
  const forWhom = recipient && recipient.domain !== '' ? `\r\n\tfor <${recipient.text}>` : '';
  const from = `from ${origin.name} (${literal(origin.address)})`;
  const by = `by ${hostname} with ${origin.protocol} id ${id}`;
  // RFC 8314 §4.3: an additional clause, which comes last.
  const tls = origin.suite === undefined ? '' : `\r\n\ttls ${origin.suite}`;
  return `Received: ${from}\r\n\t${by}${forWhom}${tls};\r\n\t${formatDate(now)}\r\n`;
}

function literal(address: string): string {
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}
