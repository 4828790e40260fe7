import type { Page } from '../page';
import type { Row } from '../webmail';

/** The lines of a list; a line is found again by the address of its message. */
export function rowsOf(page: Page, folder: string): Row[] {
  const { $ } = page;
  return $('#messages li[data-uid]')
    .get()
    .map((element) => {
      const line = $(element);
      const is = (name: string) => line.attr(`data-${name}`) === 'true';
      return {
        handle: new URL(line.find('a').attr('href') ?? '', page.url).href,
        folder,
        subject: line.find('[data-subject]').text(),
        from: line.find('[data-from], [data-to]').text(),
        date: line.find('time').attr('datetime') ?? '',
        unread: !is('seen'),
        flagged: is('flagged'),
      };
    });
}
