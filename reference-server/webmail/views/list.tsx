/** The messages of a folder. */

import { shownAddress, shownText } from '../content';
import type { Address } from '../mail/addresses';
import type { Folder } from '../mail/folders';
import type { Page, Row } from '../mail/list';
import type { Language, Words } from '../words/languages';
import { When } from './dates';
import { Deed, Within } from './deed';
import { Token } from './frame';
import { link, listLink, messageLink } from './links';
import { MoveTo } from './move-to';

export interface ListView {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
  readonly now: number;
  readonly title: string;
  readonly folders: readonly Folder[];
  readonly page: Page & { readonly threads?: readonly (readonly Row[])[] };
  /** What was looked for. */
  readonly q: string;
  /** Whether the server can tell conversations. */
  readonly threads: boolean;
  /** Where one's own mail lies it matters whom it went to. */
  readonly outgoing: 'sent' | 'drafts' | undefined;
}

export function List(view: ListView) {
  const { words, title, page, q, threads } = view;
  const by = page.threads ? 'conversation' : undefined;
  return (
    <section
      id="list"
      data-folder={page.folder}
      data-validity={page.validity}
      data-total={page.total}
      data-page-number={page.page}
      data-pages={page.pages}
      data-query={q || undefined}
      data-by={by}
    >
      <h1>{title}</h1>
      <Search words={words} folder={page.folder} q={q} />
      <p class="dim" id="count">
        {q ? words.found(page.total) : words.messages(page.total)}
        {threads && !q ? (
          <>
            {' · '}
            <a href={listLink({ folder: page.folder, by: by ? undefined : 'conversation' })} data-action="by">
              {by ? words.oneByOne : words.byConversation}
            </a>
          </>
        ) : undefined}
      </p>
      {page.rows.length === 0 ? <p data-empty>{q ? words.nothingFound : words.noMessages}</p> : <Rows {...view} />}
      <Pages view={view} by={by} />
    </section>
  );
}

function Search({ words, folder, q }: { words: Words; folder: string; q: string }) {
  return (
    <search>
      <form id="search" method="get" action="/list" class="tools">
        <input type="hidden" name="folder" value={folder} />
        <label for="q" class="spoken">
          {words.search}
        </label>
        <input id="q" name="q" type="search" value={q} maxLength={500} placeholder={words.searchHint} />
        <button type="submit">{words.search}</button>
        {q ? <a href={listLink({ folder })}>{words.all}</a> : undefined}
      </form>
    </search>
  );
}

function Rows(view: ListView) {
  const { words, token, page, folders, q } = view;
  const back = listLink({ folder: page.folder, page: page.page, q, by: page.threads ? 'conversation' : undefined });
  return (
    <form id="selection" method="post" action="/act">
      <Token token={token} />
      <Within {...page} />
      <input type="hidden" name="back" value={back} />
      <div class="tools">
        <Deed does="delete" says={words.delete} />
        <Deed does="seen" says={words.markRead} />
        <Deed does="unseen" says={words.markUnread} />
        <Deed does="flag" says={words.flag} />
        <Deed does="unflag" says={words.unflag} />
        <MoveTo words={words} folders={folders} current={page.folder} />
      </div>
      <ol id="messages" class="messages">
        {page.threads
          ? page.threads.map((rows) =>
              rows.map((row, i) => (
                <MessageRow key={row.uid} view={view} row={row} thread={rows[0]!.uid} inThread={i > 0} />
              )),
            )
          : page.rows.map((row) => <MessageRow key={row.uid} view={view} row={row} />)}
      </ol>
    </form>
  );
}

function MessageRow(props: { view: ListView; row: Row; thread?: number; inThread?: boolean }) {
  const { view, row, thread, inThread } = props;
  const { words, language, now, page, outgoing } = view;
  const { uid, seen, flagged, answered, draft, attachments } = row;
  const { folder, validity } = page;
  const subject = shownText(row.subject, 300) || words.noSubject;
  const id = { folder, validity, uid };
  return (
    <li
      data-uid={uid}
      data-seen={seen}
      data-flagged={flagged}
      data-answered={answered}
      data-draft={draft}
      data-attachments={attachments}
      data-thread={thread}
      class={inThread ? 'in-thread' : undefined}
    >
      <input type="checkbox" name="uid" value={uid} aria-label={`${words.select}: ${subject}`} />
      <a href={outgoing === 'drafts' ? link('/compose', { draft: true, ...id }) : messageLink(id)}>
        <span class="marks">
          {seen ? undefined : <Mark sign="●" says={words.isUnread} />}
          {flagged ? <Mark sign="★" says={words.isFlagged} /> : undefined}
          {answered ? <Mark sign="↩" says={words.isAnswered} /> : undefined}
        </span>
        <People words={words} addresses={outgoing ? row.to : row.from} outgoing={outgoing !== undefined} />
        <span class="subject" data-subject>
          <bdi>{subject}</bdi>
        </span>
        <span class="marks">{attachments ? <Mark sign="▤" says={words.hasAttachments} /> : undefined}</span>
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

/** A name that holds another address is not shown: the address is. */
function People({ words, addresses, outgoing }: { words: Words; addresses: readonly Address[]; outgoing: boolean }) {
  const shown = addresses.map(shownAddress);
  const names = shown.map(({ name, address, pretends }) => (pretends ? address : name || address));
  const title = shown.map(({ label }) => label).join(', ');
  return (
    <span class="who" title={title} data-from={outgoing ? undefined : true} data-to={outgoing ? true : undefined}>
      <bdi>{names.length === 0 ? words.nobody : names.join(', ')}</bdi>
    </span>
  );
}

function Pages({ view: { words, page, q }, by }: { view: ListView; by: string | undefined }) {
  const { folder, pages } = page;
  if (pages < 2) return null;
  const to = (number: number) => listLink({ folder, page: number, q, by });
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
