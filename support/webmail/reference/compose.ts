/** Writing in the bundled webmail: one form, with its files. */
import { Mismatch } from '../../outcome';
import type { Browser } from '../browser';
import { fill, formOf } from '../form';
import { type Page, shown } from '../page';
import { type About, type Composer, cannot, demand, type Row, type Writing } from '../webmail';

const ASKS: Readonly<Record<About, Record<string, string>>> = {
  reply: { reply: '1' },
  'reply to all': { reply: '1', all: '1' },
  forward: { forward: 'inline' },
  draft: { draft: '1' },
};

export async function composer(browser: Browser, name: string, about?: { row: Row; how: About }): Promise<Composer> {
  const page = await browser.open(`/compose${about === undefined ? '' : queryOf(about)}`);
  const form = demand(formOf(page, '#compose'), page, 'the form to write in');
  const offered = new Map(form.entries.map(([field, value]) => [field, String(value)]));
  // One that knows nothing of replies shows an empty form.
  if (about && !offered.has('in-reply-to')) cannot(name, `begin a ${about.how}`);
  const submit = async ({ attachments, ...fields }: Writing, button: 'send' | 'save') => {
    const selector = `#compose button[value=${button}]`;
    if (page.$(selector).length === 0) cannot(name, 'keep drafts');
    if (attachments && page.$('#compose input[type=file]').length === 0) cannot(name, 'attach files');
    const written = fill(formOf(page, '#compose', selector)!, { ...fields, files: attachments });
    demandDone(await browser.submit(written), 'not-sent');
  };
  return {
    page,
    offered: {
      to: offered.get('to') ?? '',
      cc: offered.get('cc') ?? '',
      subject: offered.get('subject') ?? '',
      text: offered.get('text') ?? '',
    },
    send: (writing) => submit(writing, 'send'),
    keep: (writing) => submit(writing, 'save'),
  };
}

/** A message is named by folder, UIDVALIDITY and UID, as in the address of its page. */
function queryOf({ row, how }: { row: Row; how: About }): string {
  const { searchParams } = new URL(row.handle);
  const named = ['folder', 'validity', 'uid'].map((key) => [key, searchParams.get(key) ?? '']);
  return `?${new URLSearchParams([...Object.entries(ASKS[how]), ...named] as [string, string][])}`;
}

/** What went wrong is told on the page. @throws Mismatch with it */
export function demandDone(page: Page, code: string): void {
  const problem = page.$('#problem').first();
  if (page.status < 400 && problem.length === 0) return;
  const said = `${problem.attr('data-problem') ?? page.status}: ${shown(problem.text())}`;
  throw new Mismatch(code, `the webmail says ${said}`);
}
