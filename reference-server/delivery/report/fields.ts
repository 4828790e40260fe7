/** The fields of message/delivery-status (RFC 3464 §2.2, §2.3) and message/global-delivery-status (RFC 6533 §4.1). */

import { formatDate } from '../date';
import type { Path } from '../mail';
import { fold } from './fold';
import type { News, Subject } from './news';
import { asciiAddress, isAscii, nativeAddress } from './utf-8-address';

export type Field = readonly [name: string, value: string];

export function messageFields({ envelope, arrived }: Subject, hostname: string): Field[] {
  const { envelopeId, hold, deliverBy } = envelope;
  return [
    // RFC 3461 §6.3 (a): only where the client gave one.
    ...(envelopeId === undefined ? [] : [['Original-Envelope-Id', envelopeId] as const]),
    ['Reporting-MTA', `dns; ${hostname}`],
    ['Arrival-Date', formatDate(arrived)],
    // RFC 2852 §5.
    ...(deliverBy ? [['Deliver-By-Date', formatDate(deliverBy.at)] as const] : []),
    // RFC 4865 §5.1.2.
    ...(hold ? [['Future-Release-Request', hold.written] as const] : []),
  ];
}

/** @param global whether addresses stand there in UTF-8 */
export function recipientFields(news: News, global: boolean): Field[] {
  const { recipient, action, status, remote, diagnostic, lastAttempt, willRetryUntil } = news;
  const { originalRecipient: original } = recipient;
  const { text } = acceptedAs(recipient);
  const fields: Field[] = [];
  if (original) fields.push(['Original-Recipient', `${original.type}; ${originalAddress(original, global)}`]);
  fields.push(['Final-Recipient', `${isAscii(text) ? 'rfc822' : 'utf-8'}; ${shownAddress(text, global)}`]);
  fields.push(['Action', action], ['Status', status]);
  if (remote !== undefined) fields.push(['Remote-MTA', `dns; ${remote}`]);
  // RFC 3461 §9.2: each further line of a reply has a space before it.
  if (diagnostic !== undefined) fields.push(['Diagnostic-Code', fold(`smtp; ${diagnostic.split('\n').join('\r\n ')}`)]);
  if (lastAttempt !== undefined) fields.push(['Last-Attempt-Date', formatDate(lastAttempt)]);
  // RFC 3464 §2.3.9: in no other report.
  if (willRetryUntil !== undefined && action === 'delayed')
    fields.push(['Will-Retry-Until', formatDate(willRetryUntil)]);
  return fields;
}

/** RFC 3464 §2.3.2: as the envelope had it when this server took the message, whatever an alias has led to since. */
export function acceptedAs({ path, alias }: News['recipient']): Path {
  return alias ?? path;
}

export function shownAddress(address: string, global: boolean): string {
  return global || isAscii(address) ? address : asciiAddress(address);
}

/** RFC 6533 §3, §4.1. */
function originalAddress({ type, address }: { type: string; address: string }, global: boolean): string {
  if (type.toLowerCase() !== 'utf-8') return address;
  return global ? nativeAddress(address) : asciiAddress(address);
}
