/** Mistakes with the HTML of mails, and with text that is taken for it. */

import { load } from 'cheerio';
import { bodyHeaders } from '../../reference-server/webmail/content';
import { defect, pages, showing, unescaped, type WebmailDefect } from './tools';

/** The body of the document that is shown is made so of the message's HTML. */
const shownAs = (make: (html: string) => string, policy = bodyHeaders()) =>
  showing((right) => ({
    showBody(message, options) {
      const shown = right.showBody(message, options);
      const { html = '' } = message.body;
      return shown.kind === 'html' ? { ...shown, headers: policy, document: `<!doctype html>${make(html)}` } : shown;
    },
  }));

/** Pictures come from wherever they are. */
const REMOTE = bodyHeaders(true);

export const markup: readonly WebmailDefect[] = [
  defect(
    'html-as-it-came',
    'The HTML of a message is shown as it came, with pictures from everywhere.',
    'CWE-79: Cross-site Scripting',
    shownAs((html) => html, REMOTE),
  ),
  defect(
    'scripts-removed-once',
    'The tags of scripts are taken out, and what is left of others makes new ones.',
    'CWE-182: Collapse of Data into Unsafe Value',
    shownAs((html) => html.replace(/<\/?script>/gi, '')),
  ),
  defect(
    'html-written-anew',
    'HTML is cleaned as a tree and written down again: what reads it makes another tree of it.',
    'CVE-2020-26870',
    shownAs((html) => {
      const $ = load(html);
      $('[onerror], [onload]').removeAttr('onerror').removeAttr('onload');
      return $('body').html() ?? '';
    }),
  ),
  defect(
    'text-as-markup',
    'Plain text is put into the page as it came.',
    'CVE-2020-35730',
    pages(/^GET \/message$/, (html) =>
      html.replace(/(<div id="body" data-kind="text"[^>]*>)([\s\S]*?)(<\/div>)/, (_, begin, text, end) => {
        return `${begin}${unescaped(text)}${end}`;
      }),
    ),
  ),
];
