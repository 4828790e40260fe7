/** A message that Roundcube shows. */
import { type Page, shown } from '../page';
import { type Attachment, demand, type Opened, type Row } from '../webmail';

export function opened(page: Page, row: Row): Opened {
  const { $ } = page;
  demand($('#message-header').length > 0, page, 'a message');
  const subject = $('#message-header h2.subject').clone();
  subject.find('.voice, a').remove();
  const people = (field: string) => {
    const links = $(`.header-headers .header.${field} a[href^="mailto:"]`).get();
    return links.map((link) => mailboxOf($(link).text(), $(link).attr('title') ?? '')).join(', ');
  };
  const body = $('#messagebody').clone();
  body.find('br').replaceWith('\n');
  const attachments = $('#attachment-list a.filename').get();
  const pictures = $('#messagebody img, .image-attachment img').get();
  return {
    row,
    page,
    documents: page.withFrames(),
    subject: shown(subject.text()),
    from: people('from'),
    to: people('to'),
    cc: people('cc'),
    date: shown($('.header-headers .header.date').text()),
    text: body.text().trim(),
    attachments: attachments.map((link): Attachment => {
      const address = new URL($(link).attr('href')!, page.url);
      address.searchParams.set('_download', '1');
      return { name: $(link).find('.attachment-name').text(), address: address.href };
    }),
    pictures: pictures
      .map((picture) => $(picture).attr('src') ?? '')
      .filter((source) => source.includes('_action=get')),
  };
}

function mailboxOf(name: string, address: string): string {
  return name === address || address === '' ? name : `${name} <${address}>`;
}
