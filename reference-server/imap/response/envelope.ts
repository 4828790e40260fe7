import type { Address, Envelope } from '../../mime/structure';
import { nstring, type StringStyle } from './strings';

/** The ENVELOPE data item (RFC 9051 §7.5.2). */
export function formatEnvelope(envelope: Envelope, style: StringStyle): string {
  const text = (value: string | null) => nstring(value, style);
  const list = (addresses: Address[] | null) => formatAddresses(addresses, style);
  const { date, subject, from, sender, replyTo, to, cc, bcc, inReplyTo, messageId } = envelope;
  return (
    `(${text(date)} ${text(subject)} ${list(from)} ${list(sender)} ${list(replyTo)} ${list(to)} ${list(cc)} ` +
    `${list(bcc)} ${text(inReplyTo)} ${text(messageId)})`
  );
}

function formatAddresses(addresses: Address[] | null, style: StringStyle): string {
  if (!addresses || addresses.length === 0) return 'NIL';
  const each = addresses.map(({ name, route, mailbox, host }) => {
    return `(${nstring(name, style)} ${nstring(route, style)} ${nstring(mailbox, style)} ${nstring(host, style)})`;
  });
  return `(${each.join('')})`;
}
