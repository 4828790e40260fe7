/** Writing a message. */

import type { Draft } from '../compose/answers';
import type { Kept } from '../compose/enclosures';
import type { Language, Words } from '../words/languages';
import { Deed } from './deed';
import { Token } from './frame';
import { sizeOf } from './sizes';

export interface ComposeView {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
  /** Tells this form from all others. */
  readonly once: string;
  readonly draft: Draft;
  readonly from: string;
  /** Octets of all files. */
  readonly most: number;
}

export function Compose({ words, language, token, once, draft, from, most }: ComposeView) {
  return (
    <form id="compose" method="post" action="/compose" enctype="multipart/form-data" class="compose">
      <h1>{words.compose}</h1>
      <Token token={token} />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="origin" value={draft.origin} />
      <input type="hidden" name="draft" value={draft.draft} />
      <input type="hidden" name="in-reply-to" value={draft.inReplyTo} />
      <input type="hidden" name="references" value={draft.references} />
      <p class="line">
        <span class="label">{words.from}</span> <span data-from={from}>{from}</span>
      </p>
      <Line name="to" label={words.to} value={draft.to} completed />
      <Line name="cc" label={words.cc} value={draft.cc} completed />
      <Line name="bcc" label={words.bcc} value={draft.bcc} completed />
      <Line name="subject" label={words.subject} value={draft.subject} />
      <datalist id="known" />
      <label for="text" class="spoken">
        {words.body}
      </label>
      <textarea id="text" name="text" rows={18} dir="auto">
        {`\n${draft.text}`}
      </textarea>
      <fieldset id="enclosures">
        <legend>{words.enclosures}</legend>
        <ul id="kept">
          {draft.kept.map((kept) => (
            <KeptRow key={kept.value} kept={kept} language={language} />
          ))}
        </ul>
        <label for="files">{words.addFiles(sizeOf(most, language))}</label>{' '}
        <input id="files" name="files" type="file" multiple data-most={most} />
        <progress id="progress" max={1} value={0} hidden aria-label={words.uploading} />
      </fieldset>
      <p class="tools">
        <Deed does="send" says={words.send} main />
        <Deed does="save" says={words.save} />
        <Deed does="discard" says={words.discard} />
        <output id="saved" data-saved={words.notices.saved} data-trouble={words.problems['too-large']} />
      </p>
    </form>
  );
}

export function KeptRow({ kept: { value, name, size }, language }: { kept: Kept; language: Language }) {
  return (
    <li>
      <label>
        <input type="checkbox" name="kept" value={value} checked /> <bdi>{name}</bdi>{' '}
        <span class="dim">{sizeOf(size, language)}</span>
      </label>
      <input type="hidden" name={`name:${value}`} value={name} />
      <input type="hidden" name={`size:${value}`} value={size} />
    </li>
  );
}

function Line({ name, label, value, completed }: { name: string; label: string; value: string; completed?: boolean }) {
  return (
    <p class="line">
      <label for={name}>{label}</label>
      <input id={name} name={name} value={value} autocomplete="off" dir="auto" list={completed ? 'known' : undefined} />
    </p>
  );
}
