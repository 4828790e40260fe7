/** What hangs on to a message. */

import { safeName } from '../content';
import type { Message } from '../mail/message';
import type { Language, Words } from '../words/languages';
import { link } from './links';
import { sizeOf } from './sizes';

export interface AttachmentsView {
  words: Words;
  language: Language;
  message: Message;
  /** Whether the pictures of its HTML are shown in it. */
  shown: boolean;
}

export function Attachments({ words, language, message, shown }: AttachmentsView) {
  const { contents, id } = message;
  const parts = [...contents.attachments, ...(shown ? [] : contents.inline)];
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="attachments-title">
      <h2 id="attachments-title">{words.attachments(parts.length)}</h2>
      <ul id="attachments" class="attachments">
        {parts.map(({ number, name, type, size, encoding }) => {
          const { runs, disguised } = safeName(name);
          const octets = encoding === 'base64' ? Math.floor(size * 0.73) : size;
          return (
            <li
              key={number}
              data-part={number}
              data-name={name}
              data-type={type}
              data-runs={runs ? true : undefined}
              data-disguised={disguised ? true : undefined}
            >
              <a href={link('/message/part', { ...id, part: number })} download={name}>
                <bdi>{name}</bdi>
              </a>{' '}
              <span class="dim">{sizeOf(octets, language)}</span>
              {runs ? <strong class="warning"> {words.runs}</strong> : undefined}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
