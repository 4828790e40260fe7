/** A message that CiderWebmail shows. */
import { type Page, shown } from '../page';
import { demand, type Opened, type Row } from '../webmail';
import { mailboxOf } from './rows';

export function opened(page: Page, row: Row): Opened {
  const { $ } = page;
  // A message within the message is shown below, in the same way.
  const head = $('.message_view_head').first();
  demand(head.length > 0, page, 'a message');
  const people = (field: string) =>
    head
      .find(`.${field}_address`)
      .get()
      .map((link) => mailboxOf($(link).text(), $(link).attr('title') ?? ''))
      .join(', ');
  const day = head.find('.message_header tr').filter((_, line) => shown($(line).find('th').text()) === 'Date:');
  const body = $('.message_body').first().clone();
  body.find('br').replaceWith('\n');
  const documents = page.frames.flatMap((frame) => frame.page.withFrames());
  return {
    row,
    page,
    documents,
    subject: head.find('h1').first().text(),
    from: people('from'),
    to: people('to'),
    cc: people('cc'),
    date: shown(day.find('td').text()),
    text: [body.text(), ...documents.map((one) => one.$('body').text())].join('\n').trim(),
    attachments: head
      .find('.attachment a')
      .get()
      .map((link) => ({
        name: shown($(link).find('span').text()),
        address: new URL($(link).attr('href') ?? '', page.url).href,
      })),
    pictures: [page, ...documents].flatMap((one) =>
      one
        .$('.message_body img[src], body img[src]')
        .get()
        .map((picture) => new URL(one.$(picture).attr('src')!, one.url).href)
        .filter((address) => address.startsWith(page.url.origin) && address.includes('/part/')),
    ),
  };
}
