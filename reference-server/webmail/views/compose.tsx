/** Writing a message. */

import type { Words } from '../words/languages';
import { Token } from './frame';

/** What stands in the fields. */
export interface Draft {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly text: string;
}

export const EMPTY: Draft = { to: '', cc: '', bcc: '', subject: '', text: '' };

export function Compose({ words, token, draft, from }: { words: Words; token: string; draft: Draft; from: string }) {
  return (
    <form id="compose" method="post" action="/compose" enctype="multipart/form-data" class="compose">
      <h1>{words.compose}</h1>
      <Token token={token} />
      <p class="line">
        <span class="label">{words.from}</span> <span data-from={from}>{from}</span>
      </p>
      <Line name="to" label={words.to} value={draft.to} />
      <Line name="cc" label={words.cc} value={draft.cc} />
      <Line name="bcc" label={words.bcc} value={draft.bcc} />
      <Line name="subject" label={words.subject} value={draft.subject} />
      <label for="text" class="spoken">
        {words.body}
      </label>
      <textarea id="text" name="text" rows={18} dir="auto">
        {`\n${draft.text}`}
      </textarea>
      <p class="tools">
        <button type="submit" name="do" value="send" class="main">
          {words.send}
        </button>
      </p>
    </form>
  );
}

function Line({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <p class="line">
      <label for={name}>{label}</label>
      <input id={name} name={name} value={value} autocomplete="off" dir="auto" />
    </p>
  );
}
