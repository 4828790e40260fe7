import { parseAddresses } from './address';
import type { Field, Header } from './header';
import type { Budget } from './lexer';
import type { Address, Envelope } from './structure';

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
export function readEnvelope(header: Header, budget: Budget): Envelope {
  const byName = new Map<string, Field[]>();
  for (const field of header.fields) {
    const name = field.name.toLowerCase();
    if (!ONCE.includes(name)) continue;
    const same = byName.get(name);
    if (same) same.push(field);
    else byName.set(name, [field]);
  }
  const text = (name: string) => byName.get(name)?.[0]?.value ?? null;
  const addresses = (name: string) => readAddresses(byName.get(name) ?? [], budget);
  const from = addresses('from');
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

function readAddresses(fields: readonly Field[], budget: Budget): Address[] | null {
  const found = fields.flatMap(({ value }) => parseAddresses(value, budget));
  return found.length > 0 ? found : null;
}
