import { parseAddresses } from './address';
import { parseDate } from './date';
import type { Field, Header } from './header';
import type { Address, Envelope, Flaw } from './structure';

/** RFC 5322 §3.6: at most one of each. */
const ONCE = [
  'date',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'message-id',
  'in-reply-to',
  'references',
  'subject',
];

/**
 * The envelope of a message (RFC 9051 §7.5.2): Sender and Reply-To are From's where they are missing or empty. Fields that
 * wrongly come twice: addresses are put together, of the others the first counts.
 */
export function readEnvelope(header: Header, flaws: Flaw[]): Envelope {
  const byName = new Map<string, Field[]>();
  for (const field of header.fields) {
    const name = field.name.toLowerCase();
    if (!ONCE.includes(name)) continue;
    const same = byName.get(name);
    if (!same) byName.set(name, [field]);
    else if (same.push(field) === 2) flaws.push({ code: 'duplicate-field', at: field.start });
  }
  const text = (name: string) => byName.get(name)?.[0]?.value ?? null;
  const addresses = (name: string) => readAddresses(byName.get(name) ?? [], flaws);

  const date = byName.get('date')?.[0];
  if (!date) flaws.push({ code: 'missing-field', at: header.end });
  else if (!parseDate(date.value)) flaws.push({ code: 'bad-date', at: date.start });
  const from = addresses('from');
  if (!from) flaws.push({ code: 'missing-field', at: header.end });
  return {
    date: text('date'),
    subject: text('subject'),
    from,
    sender: addresses('sender') ?? from,
    replyTo: addresses('reply-to') ?? from,
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    inReplyTo: text('in-reply-to'),
    messageId: text('message-id'),
  };
}

function readAddresses(fields: Field[], flaws: Flaw[]): Address[] | null {
  const found: Address[] = [];
  for (const field of fields) {
    const addresses = parseAddresses(field.value);
    if (addresses.some((address) => address.host === '' || address.mailbox === '')) {
      flaws.push({ code: 'bad-address', at: field.start });
    }
    found.push(...addresses);
  }
  return found.length > 0 ? found : null;
}
