/** The messages of a folder. */

import type { Address } from '../mail/addresses';
import type { Page, Row } from '../mail/list';
import type { Language, Words } from '../words/languages';
import { When } from './dates';
import { listLink, messageLink } from './links';

export interface ListView {
  readonly words: Words;
  readonly language: Language;
  readonly now: number;
  readonly title: string;
  readonly page: Page;
  /** Where one's own mail lies it matters whom it went to. */
  readonly outgoing: boolean;
}

export function List(view: ListView) {
  const { words, title, page } = view;
  return (
    <section
      id="list"
      data-folder={page.folder}
      data-validity={page.validity}
      data-total={page.total}
      data-page-number={page.page}
      data-pages={page.pages}
    >
      <h1>{title}</h1>
      <p class="dim">{words.messages(page.total)}</p>
      {page.rows.length === 0 ? <p data-empty>{words.noMessages}</p> : <Rows {...view} />}
      <Pages words={words} page={page} />
    </section>
  );
}

function Rows(view: ListView) {
  return (
    <ol id="messages" class="messages">
      {view.page.rows.map((row) => (
        <MessageRow key={row.uid} view={view} row={row} />
      ))}
    </ol>
  );
}

function MessageRow({ view, row }: { view: ListView; row: Row }) {
  const { words, language, now, page, outgoing } = view;
  const { uid, seen, flagged, answered, draft, attachments, subject } = row;
  const { folder, validity } = page;
  return (
    <li
      data-uid={uid}
      data-seen={seen}
      data-flagged={flagged}
      data-answered={answered}
      data-draft={draft}
      data-attachments={attachments}
    >
      <a href={messageLink({ folder, validity, uid })}>
        <span class="marks">
          {seen ? undefined : <Mark sign="●" says={words.isUnread} />}
          {flagged ? <Mark sign="★" says={words.isFlagged} /> : undefined}
          {answered ? <Mark sign="↩" says={words.isAnswered} /> : undefined}
        </span>
        <span class="who" data-from={outgoing ? undefined : true} data-to={outgoing ? true : undefined}>
          <bdi>{people(outgoing ? row.to : row.from, words)}</bdi>
        </span>
        <span class="subject" data-subject>
          <bdi>{subject || words.noSubject}</bdi>
        </span>
        <span class="marks">{attachments ? <Mark sign="📎" says={words.hasAttachments} /> : undefined}</span>
        <span class="when">
          <When date={row.date} language={language} now={now} />
        </span>
      </a>
    </li>
  );
}

function Mark({ sign, says }: { sign: string; says: string }) {
  return (
    <span class="mark" title={says}>
      <span aria-hidden="true">{sign}</span>
      <span class="spoken">{says} </span>
    </span>
  );
}

function people(addresses: readonly Address[], words: Words): string {
  return addresses.length === 0 ? words.nobody : addresses.map(({ name, address }) => name || address).join(', ');
}

function Pages({ words, page }: { words: Words; page: Page }) {
  const { folder, pages } = page;
  if (pages < 2) return null;
  const to = (number: number) => listLink({ folder, page: number });
  return (
    <nav id="pages" aria-label={words.page(page.page, pages)}>
      {page.page > 1 ? (
        <a rel="prev" href={to(page.page - 1)}>
          {words.newer}
        </a>
      ) : undefined}
      <span>{words.page(page.page, pages)}</span>
      {page.page < pages ? (
        <a rel="next" href={to(page.page + 1)}>
          {words.older}
        </a>
      ) : undefined}
    </nav>
  );
}
