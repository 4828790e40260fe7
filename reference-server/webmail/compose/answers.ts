/** What stands in the form when a message is answered or passed on. */

import { type Address, isSame, writtenAll } from '../mail/addresses';
import type { Message } from '../mail/message';
import { type Kept, writtenReference } from './enclosures';

/** The fields of the form. */
export interface Draft {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string;
  readonly references: string;
  readonly kept: readonly Kept[];
  /** What it answers (`reply:…`) or passes on (`forward:…`), to be marked so when it is sent. */
  readonly origin: string;
  /** The draft that this one takes the place of, as `message:…`. */
  readonly draft: string;
}

export const EMPTY: Draft = {
  to: '',
  cc: '',
  bcc: '',
  subject: '',
  text: '',
  inReplyTo: '',
  references: '',
  kept: [],
  origin: '',
  draft: '',
};

/** RFC 5322 §3.6.5: the subject may begin with "Re: ", and has it once. */
export function answerSubject(subject: string): string {
  return `Re: ${subject.replace(/^(?:\s*re\s*:\s*)+/i, '')}`;
}

export function passedSubject(subject: string): string {
  return `Fwd: ${subject.replace(/^(?:\s*(?:fwd?|wg)\s*:\s*)+/i, '')}`;
}

export interface Recipients {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
}

/** RFC 5322 §3.6.3: Reply-To, else From; for all, whoever got it too, but not oneself, and nobody twice. One's own message is answered to those who got it. */
export function recipientsOfAnswer(
  message: Pick<Message, 'from' | 'replyTo' | 'to' | 'cc'>,
  own: string,
  all: boolean,
): Recipients {
  const isOwn = ({ address }: Address) => isSame(address, own);
  const mine = message.from.length > 0 && message.from.every(isOwn);
  const to = once(mine ? message.to : message.replyTo);
  if (!all) return { to, cc: [] };
  const others = (addresses: readonly Address[], not: readonly Address[]) =>
    once(addresses).filter((one) => !isOwn(one) && !not.some(({ address }) => isSame(address, one.address)));
  const first = others(to, []);
  const cc = others(mine ? message.cc : [...message.to, ...message.cc], first);
  return first.length > 0 ? { to: first, cc } : { to: cc.length > 0 ? cc : to, cc: [] };
}

function once(addresses: readonly Address[]): Address[] {
  return [...new Map([...addresses].reverse().map((one) => [one.address.toLowerCase(), one])).values()].reverse();
}

/** RFC 5322 §3.6.4: the references of what is answered, and its own id. The first and the last ones where there are too many. */
export function referencesTo({ references, messageId }: Pick<Message, 'references' | 'messageId'>): string[] {
  const all = [...references.filter((id) => id !== messageId), ...(messageId ? [messageId] : [])];
  return all.length <= 50 ? all : [all[0]!, ...all.slice(-49)];
}

export interface Answering {
  readonly message: Message;
  readonly text: string;
  readonly own: string;
  readonly all: boolean;
  /** `On Monday Bob wrote:`. */
  readonly lead: string;
}

export function answer({ message, text, own, all, lead }: Answering): Draft {
  const { to, cc } = recipientsOfAnswer(message, own, all);
  return {
    ...EMPTY,
    to: writtenAll(to),
    cc: writtenAll(cc),
    subject: answerSubject(message.subject),
    text: `\n\n${lead}\n${quoted(text)}`,
    inReplyTo: message.messageId,
    references: referencesTo(message).join(' '),
    origin: originOf('reply', message),
  };
}

export function passedInline(message: Message, text: string, head: string): Draft {
  const kept = keptOf(message);
  const draft = { ...EMPTY, subject: passedSubject(message.subject), kept, origin: originOf('forward', message) };
  return { ...draft, text: `\n\n${head}\n\n${text}`, references: referencesTo(message).join(' ') };
}

export function passedAttached(message: Message, name: string): Draft {
  const value = writtenReference({ kind: 'message', message: message.id });
  const kept = [{ value, name, size: message.size }];
  return { ...EMPTY, subject: passedSubject(message.subject), kept, origin: originOf('forward', message) };
}

/** A draft goes on where it was left. */
export function resumed(message: Message, text: string): Draft {
  const { to, cc, bcc, subject, id, inReplyTo, references } = message;
  return {
    to: writtenAll(to),
    cc: writtenAll(cc),
    bcc: writtenAll(bcc),
    subject,
    text,
    inReplyTo,
    references: references.join(' '),
    kept: keptOf(message),
    origin: '',
    draft: writtenReference({ kind: 'message', message: id }),
  };
}

/** The files that the message has. */
function keptOf({ id, contents }: Message): Kept[] {
  return contents.attachments.map(({ number, name, size }) => ({
    value: writtenReference({ kind: 'part', message: id, part: number }),
    name,
    size,
  }));
}

function originOf(kind: 'reply' | 'forward', { id }: Message): string {
  return `${kind}:${id.validity}:${id.uid}::${id.folder}`;
}

/** As everybody quotes: a `>` in front of each line, and no space after another one. What stands below the signature mark is not quoted. */
export function quoted(text: string): string {
  const lines = text.replace(/\s+$/, '').split('\n');
  const end = lines.findIndex((line) => /^-- ?$/.test(line));
  const body = end < 0 ? lines : lines.slice(0, end);
  return body.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`).trimEnd()).join('\n');
}
