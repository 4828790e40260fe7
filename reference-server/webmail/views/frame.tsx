/** What all pages share: head, ways around, notices. No style and no script stands in a page. */

import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Folder } from '../mail/folders';
import { LANGUAGES, type Language, type Words } from '../words/languages';
import { Folders } from './folders';

export interface Frame {
  readonly words: Words;
  readonly language: Language;
  /** What the mail system is called. */
  readonly name: string;
  /** Names the page for programs. */
  readonly page: string;
  readonly title: string;
  readonly signedIn?: { readonly user: string; readonly token: string } | undefined;
  readonly folders?: readonly Folder[] | undefined;
  /** The folder that is shown. */
  readonly folder?: string | undefined;
  readonly notice?: { readonly code: string; readonly text: string; readonly undo?: string | undefined } | undefined;
  readonly problem?: { readonly code: string; readonly text: string } | undefined;
  /** Where a choice of language leads back to. */
  readonly here: string;
}

export function pageOf(frame: Frame, body: ComponentChildren): string {
  const { words, language, name, page, title, signedIn, folders, folder, notice, problem } = frame;
  const html = render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${name}`}</title>
        <link rel="stylesheet" href="/static/webmail.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <script src="/static/webmail.js" defer />
      </head>
      <body data-page={page} data-folder={folder} data-new={words.newMail}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="top">
          <a class="brand" href="/">
            {name}
          </a>
          {signedIn ? <Account words={words} {...signedIn} /> : undefined}
        </header>
        {folders ? <Folders words={words} folders={folders} current={folder} /> : undefined}
        <main id="main" tabIndex={-1}>
          {notice ? (
            <div id="notice" role="status" data-notice={notice.code}>
              {notice.text}
              {notice.undo && signedIn ? <Undo words={words} token={signedIn.token} id={notice.undo} /> : undefined}
            </div>
          ) : undefined}
          {problem ? (
            <p id="problem" role="alert" data-problem={problem.code}>
              {problem.text}
            </p>
          ) : undefined}
          {body}
        </main>
        <footer class="foot">
          <Languages frame={frame} />
          {signedIn ? <Panel words={words} /> : undefined}
        </footer>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

function Account({ words, user, token }: { words: Words; user: string; token: string }) {
  return (
    <form id="sign-out" method="post" action="/signout" class="account">
      <Token token={token} />
      <span data-user>{user}</span>
      <button type="submit">{words.signOut}</button>
    </form>
  );
}

export function Token({ token }: { token: string }) {
  return <input type="hidden" name="token" value={token} />;
}

function Undo({ words, token, id }: { words: Words; token: string; id: string }) {
  return (
    <form id="undo" method="post" action="/undo">
      <Token token={token} />
      <button type="submit" name="undo" value={id}>
        {words.undo}
      </button>
    </form>
  );
}

/** The script fills it when it is opened; without it the link leads there. */
function Panel({ words }: { words: Words }) {
  return (
    <>
      <details id="panel">
        <summary>{words.panel}</summary>
        <a href="/dialogue">{words.dialogue}</a>
      </details>
      <a href="/keys">{words.keys}</a>
    </>
  );
}

function Languages({ frame: { words, language, here } }: { frame: Frame }) {
  return (
    <form id="language" method="post" action="/language">
      <input type="hidden" name="back" value={here} />
      <label for="language-choice">{words.languages}</label>
      <select id="language-choice" name="language">
        {Object.entries(LANGUAGES).map(([code, own]) => (
          <option key={code} value={code} lang={code} selected={code === language}>
            {own.language}
          </option>
        ))}
      </select>
      <button type="submit">{words.choose}</button>
    </form>
  );
}
