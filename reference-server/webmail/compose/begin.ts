/** A message as it is begun: empty, as an answer, as something passed on, or as the draft that it was; and as its form brings it back. */

import type { ImapFlow } from 'imapflow';
import type { Form } from '../forms';
import { writtenAll } from '../mail/addresses';
import { MailError } from '../mail/error';
import { fetchMessage, fetchText, fileNameOf, type Message } from '../mail/message';
import { messageId, within } from '../mail/within';
import { whole } from '../views/dates';
import type { Language, Words } from '../words/languages';
import { answer, type Draft, EMPTY, passedAttached, passedInline, resumed } from './answers';
import { type Kept, referenceOf } from './enclosures';
import { plainOf } from './plain';
import type { Uploads } from './uploads';

export interface Beginning {
  own: string;
  words: Words;
  language: Language;
  /** Octets of text that are quoted. */
  most: number;
}

/** Undefined where the link asks for none of it. @throws MailError `gone` */
export async function begun(
  client: ImapFlow,
  query: Readonly<Record<string, string>>,
  beginning: Beginning,
): Promise<Draft | undefined> {
  const { reply, forward, draft } = query;
  if (!reply && !forward && !draft) return undefined;
  const id = messageId(query);
  if (!id) throw new MailError('gone');
  return await within(client, id, async () => {
    const message = await fetchMessage(client, id);
    if (forward === 'attached') return passedAttached(message, fileNameOf(message.subject));
    const text = await textOf(client, message, beginning.most);
    if (draft) return resumed(message, text);
    const { words, language, own } = beginning;
    if (forward) return passedInline(message, text, headOf(message, beginning));
    const who = message.from.map(({ name, address }) => name || address).join(', ');
    return answer({
      message,
      text,
      own,
      all: query.all === '1',
      lead: words.wrote(whole(message.date, language), who),
    });
  });
}

/** Its text; that of its HTML where it has no other. */
async function textOf(client: ImapFlow, { id, contents }: Message, most: number): Promise<string> {
  if (contents.text) return (await fetchText(client, id, contents.text, most)).text;
  return contents.html ? plainOf((await fetchText(client, id, contents.html, most)).text) : '';
}

function headOf({ from, to, cc, date, subject }: Message, { words, language }: Beginning): string {
  const lines = [
    `---------- ${words.passedOn} ----------`,
    `${words.from}: ${writtenAll(from)}`,
    `${words.date}: ${whole(date, language)}`,
    `${words.subject}: ${subject}`,
    `${words.to}: ${writtenAll(to)}`,
    ...(cc.length > 0 ? [`${words.cc}: ${writtenAll(cc)}`] : []),
  ];
  return lines.join('\n');
}

/** What the form had, and the files that came with it. What is no reference, or no longer there, falls away. */
export function draftIn(form: Form, brought: readonly Kept[], uploads: Uploads): Draft {
  const line = (name: string) =>
    form
      .get(name)
      .replace(/[\r\n]+/g, ' ')
      .trim();
  const people = (name: string) =>
    form
      .get(name)
      .trim()
      .replace(/[\r\n]+/g, ', ');
  const ids = (name: string) => form.get(name).match(/<[^<>\s]+>/g) ?? [];
  const kept = form.all('kept').flatMap((value): Kept[] => {
    const reference = referenceOf(value);
    if (!reference) return [];
    if (reference.kind !== 'upload')
      return [{ value, name: form.get(`name:${value}`) || '…', size: Number(form.get(`size:${value}`)) || 0 }];
    const upload = uploads.get(reference.id);
    return upload ? [{ value, name: upload.name, size: upload.size }] : [];
  });
  return {
    ...EMPTY,
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    subject: line('subject'),
    text: form.get('text').replace(/\r\n?/g, '\n'),
    inReplyTo: ids('in-reply-to')[0] ?? '',
    references: ids('references').join(' '),
    origin: form.get('origin'),
    draft: form.get('draft'),
    kept: [...kept, ...brought],
  };
}
