/** One message. */

import type { Address } from '../mail/addresses';
import type { Message, Text } from '../mail/message';
import type { Language, Words } from '../words/languages';
import { whole } from './dates';
import { listLink } from './links';

export interface MessageView {
  readonly words: Words;
  readonly language: Language;
  readonly message: Message;
  readonly text: Text | undefined;
}

export function MessagePage(view: MessageView) {
  const { words, language, message } = view;
  const { id, subject, from, to, cc, bcc, date } = message;
  return (
    <article id="message" data-folder={id.folder} data-validity={id.validity} data-uid={id.uid}>
      <nav class="tools">
        <a href={listLink({ folder: id.folder })} data-action="back">
          {words.back}
        </a>
      </nav>
      <h1 data-header="subject">
        <bdi>{subject || words.noSubject}</bdi>
      </h1>
      <dl class="headers">
        <People name={words.from} field="from" addresses={from} />
        <People name={words.to} field="to" addresses={to} />
        <People name={words.cc} field="cc" addresses={cc} />
        <People name={words.bcc} field="bcc" addresses={bcc} />
        <div>
          <dt>{words.date}</dt>
          <dd data-header="date">
            <time dateTime={Number.isNaN(date.getTime()) ? undefined : date.toISOString()}>
              {whole(date, language)}
            </time>
          </dd>
        </div>
      </dl>
      <Body {...view} />
    </article>
  );
}

function People({ name, field, addresses }: { name: string; field: string; addresses: readonly Address[] }) {
  if (addresses.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd data-header={field}>
        {addresses.map((one, i) => (
          <span key={one.address} data-address={one.address}>
            {i > 0 ? ', ' : undefined}
            <bdi>{one.name ? `${one.name} ` : ''}</bdi>
            <span class="address">{one.name ? `<${one.address}>` : one.address}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}

function Body({ words, text }: MessageView) {
  if (!text || text.text.trim() === '')
    return (
      <p id="body" data-kind="none">
        {words.emptyText}
      </p>
    );
  return (
    <>
      <div id="body" data-kind="text" class="text" dir="auto">
        {text.text}
      </div>
      {text.cut ? <p class="dim">{words.cut}</p> : undefined}
    </>
  );
}
