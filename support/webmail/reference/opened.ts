/** A message as the bundled webmail shows it. */
import type { Page } from '../page';
import { cannot, demand, type Opened, type Row } from '../webmail';

export function opened(page: Page, row: Row, name: string): Opened {
  const { $ } = page;
  const message = $('#message');
  demand(message.length > 0, page, 'a message');
  const field = (header: string) => message.find(`[data-header=${header}]`).text();
  const kind = $('#body').attr('data-kind') ?? 'none';
  // One that shows text alone offers nothing of what a message has besides.
  const whole = () => $('[data-action=raw]').length > 0 || cannot(name, 'show more than the text of a message');
  const documents = kind === 'html' ? page.frames.flatMap((frame) => frame.page.withFrames()) : [page];
  return {
    row,
    page,
    get documents() {
      whole();
      return documents;
    },
    subject: field('subject'),
    from: field('from'),
    to: field('to'),
    cc: field('cc'),
    date: message.find('[data-header=date] time').attr('datetime') ?? '',
    get text() {
      if (kind === 'none') whole();
      return textOf(page, kind, documents);
    },
    get attachments() {
      whole();
      return $('#attachments li[data-part]')
        .get()
        .map((element) => ({
          name: $(element).attr('data-name') ?? '',
          address: new URL($(element).find('a').attr('href') ?? '', page.url).href,
        }));
    },
    get pictures() {
      whole();
      return documents.flatMap((one) =>
        one
          .$('img[src]')
          .get()
          .map((picture) => new URL(one.$(picture).attr('src')!, one.url))
          .filter(({ origin, protocol }) => protocol === 'data:' || origin === page.url.origin)
          .map(({ href }) => href),
      );
    },
  };
}

function textOf(page: Page, kind: string, documents: readonly Page[]): string {
  if (kind === 'text') return page.$('#body').text();
  if (kind === 'html') return documents.map(({ $ }) => $('body').text()).join('\n');
  return '';
}
