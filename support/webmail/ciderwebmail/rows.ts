import { type Page, shown } from '../page';
import type { Row } from '../webmail';

/** The lines of a list; a line is found again by the address of its message. */
export function rowsOf(page: Page, folder: string): Row[] {
  const { $ } = page;
  return $('#message_list tr[id^="message_"]')
    .get()
    .map((element) => {
      const line = $(element);
      const flags = (line.attr('class') ?? '').split(/\s+/);
      const people = line.find('.sender span, .recipient span').get();
      return {
        handle: new URL(line.find('.subject a').attr('href') ?? '', page.url).href,
        folder,
        subject: line.find('.subject').text(),
        from: people.map((one) => mailboxOf($(one).text(), $(one).attr('title') ?? '')).join(', '),
        date: shown(line.children('td').eq(-2).text()),
        unread: !flags.includes('seen'),
        flagged: flags.includes('flagged'),
      };
    });
}

/** A name that is shown and the address that is shown when one stays on it. */
export function mailboxOf(name: string, address: string): string {
  return name === address || address === '' ? name : `${name} <${address}>`;
}
