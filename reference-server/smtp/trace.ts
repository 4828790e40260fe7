/** Trace fields (RFC 5321 §4.4), added on top of what the client sent. */

import { isIPv6 } from 'node:net';
import type { Session } from './session';
import type { Transaction } from './transaction';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Return-Path, because delivery is final here, and Received. */
export function traceFields(session: Session, transaction: Transaction, id: string): string {
  const { context, connection, hello } = session;
  const recipient = transaction.recipients.length === 1 ? transaction.recipients[0]!.path : undefined;
  // Nobody learns from the message who else got it (RFC 5321 §7.2): FOR only where there is one recipient.
  const forWhom = recipient && recipient.domain !== '' ? `\r\n\tfor <${recipient.text}>` : '';
  const from = `from ${hello?.name ?? 'unknown'} (${literal(connection.remoteAddress)})`;
  const by = `by ${context.hostname} with ${protocolName(session, transaction)} id ${id}`;
  const returnPath = `Return-Path: <${transaction.reversePath.text}>\r\n`;
  return `${returnPath}Received: ${from}\r\n\t${by}${forWhom};\r\n\t${formatDate(context.clock.now())}\r\n`;
}

/** RFC 3848, RFC 6531 §4.3: what the message came by. */
function protocolName({ hello, connection, account, protocol }: Session, { utf8 }: Transaction): string {
  const suffix = (connection.secure ? 'S' : '') + (account ? 'A' : '');
  if (utf8) return `UTF8${protocol === 'lmtp' ? 'LMTP' : 'SMTP'}${suffix}`;
  if (protocol === 'lmtp') return `LMTP${suffix}`;
  return hello?.verb === 'HELO' ? 'SMTP' : `ESMTP${suffix}`;
}

function literal(address: string): string {
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}

/** The date-time of RFC 5322 §3.3, in UTC. */
export function formatDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
