/** Writing in CiderWebmail: one form, with its files. */
import { Mismatch } from '../../outcome';
import type { Browser } from '../browser';
import { fill, formOf } from '../form';
import { shown } from '../page';
import { type About, type Composer, cannot, demand, type Row, type Writing } from '../webmail';

const NAME = 'CiderWebmail';
/** What leads to the form on the page of a message. */
const LINKS: Readonly<Record<Exclude<About, 'draft'>, string>> = {
  reply: 'a.reply',
  'reply to all': 'a.reply_all',
  forward: 'a.forward',
};

export async function composer(browser: Browser, folder: string, about?: { row: Row; how: About }): Promise<Composer> {
  const page = await browser.open(about === undefined ? `${folder}/compose` : await addressOf(browser, about));
  const form = demand(formOf(page, '#compose_form'), page, 'the form to write in');
  const offered = new Map(form.entries.map(([name, value]) => [name, String(value)]));
  return {
    page,
    offered: {
      to: offered.get('to') ?? '',
      cc: offered.get('cc') ?? '',
      subject: offered.get('subject') ?? '',
      text: offered.get('body') ?? '',
    },
    send: async ({ bcc, attachments, text, ...writing }: Writing) => {
      if (bcc !== undefined) cannot(NAME, 'send a blind copy');
      const answer = await browser.submit(fill(form, { ...writing, body: text, attachment: attachments }));
      // What was sent leads back to the folder.
      if (answer.status < 400 && answer.$('#message_list').length > 0) return;
      throw new Mismatch('not-sent', `CiderWebmail answers ${answer.status}: ${shown(answer.$('#error').text())}`);
    },
    keep: async () => cannot(NAME, 'keep a draft'),
  };
}

async function addressOf(browser: Browser, { row, how }: { row: Row; how: About }): Promise<URL> {
  if (how === 'draft') return cannot(NAME, 'go on with a draft');
  const page = await browser.open(row.handle);
  const link = page.$(LINKS[how]).first().attr('href');
  return new URL(demand(link, page, `the link for a ${how}`), page.url);
}
