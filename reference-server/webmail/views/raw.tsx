/** A message as it is stored. */

import type { MessageId } from '../mail/within';
import type { Words } from '../words/languages';
import { link, messageLink } from './links';

export interface RawView {
  words: Words;
  id: MessageId;
  source: Buffer;
  cut: boolean;
}

export function Raw({ words, id, source, cut }: RawView) {
  return (
    <section>
      <div class="tools">
        <a class="button" href={messageLink(id)} data-action="back">
          {words.back}
        </a>
        <a class="button" href={link('/message/source', { ...id })} data-action="source">
          {words.source}
        </a>
      </div>
      <h1>{words.raw}</h1>
      <pre id="raw" class="wire">
        {`\n${source.toString('utf8').replace(/\r\n/g, '\n')}`}
      </pre>
      {cut ? <p class="dim">{words.cut}</p> : undefined}
    </section>
  );
}
