/** Writing in Roundcube: the page, files that are uploaded beside it, and the form that is sent into a frame. */
import { Mismatch } from '../../outcome';
import type { Browser } from '../browser';
import { fill, formOf, type UploadedFile } from '../form';
import { type Page, shown } from '../page';
import { type About, type Composer, demand, type Row, type Writing } from '../webmail';
import { callsOf, textOf } from './answer';

const ASKS: Readonly<Record<About, (uid: string) => Record<string, string>>> = {
  reply: (uid) => ({ _reply_uid: uid }),
  'reply to all': (uid) => ({ _reply_uid: uid, _all: 'all' }),
  forward: (uid) => ({ _forward_uid: uid }),
  draft: (uid) => ({ _draft_uid: uid }),
};

const FORM = 'form[name="form"]';

export async function composer(browser: Browser, about?: { row: Row; how: About; mailbox: string }): Promise<Composer> {
  const asks = about === undefined ? {} : { _mbox: about.mailbox, ...ASKS[about.how](about.row.handle) };
  const page = await browser.open(`?${new URLSearchParams({ _task: 'mail', _action: 'compose', ...asks })}`);
  const form = demand(formOf(page, FORM), page, 'the form to write in');
  const offered = new Map(form.entries.map(([name, value]) => [name, String(value)]));
  const submit = async (writing: Writing, more: Record<string, string>) => {
    for (const file of writing.attachments ?? []) await upload(browser, page, file);
    const { to, cc, bcc, subject, text } = writing;
    const written = { _to: to, _cc: cc, _bcc: bcc, _subject: subject, _message: text };
    return await browser.submit(fill(form, { ...written, ...more }));
  };
  return {
    page,
    offered: {
      to: offered.get('_to') ?? '',
      cc: offered.get('_cc') ?? '',
      subject: offered.get('_subject') ?? '',
      text: offered.get('_message') ?? '',
    },
    send: async (writing) => demandDone(await submit(writing, {}), 'sent_successfully', 'not-sent'),
    keep: async (writing) => demandDone(await submit(writing, { _draft: '1' }), 'set_draft_id', 'not-kept'),
  };
}

async function upload(browser: Browser, page: Page, file: UploadedFile): Promise<void> {
  const form = demand(formOf(page, '#uploadformFrm'), page, 'the form for files');
  const id = /"compose_id":"([^"]+)"/.exec(page.text)?.[1] ?? '';
  const action = new URL(`?_task=mail&_action=upload&_remote=1&_uploadid=1&_id=${id}`, page.url);
  const answer = await browser.submit({ ...fill(form, { '_attachments[]': [file] }), action });
  demand(callsOf(answer, 'add2attachment_list').length > 0, answer, 'the file that was added');
}

/** The frame calls a function of the page that has it. */
function demandDone(page: Page, call: string, code: string): void {
  if (page.text.includes(`parent.rcmail.${call}(`)) return;
  const [, said = '""'] = /display_message\(("(?:[^"\\]|\\.)*")/.exec(page.text) ?? [];
  throw new Mismatch(code, `Roundcube says: ${shown(textOf(JSON.parse(said))) || `nothing (${page.status})`}`);
}
