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

/** Besides what is shown, what of the message's HTML looks so stays as it was written. */
const lettingThrough = (what: RegExp, policy?: Record<string, string>) =>
  showing((right) => ({
    showBody(message, options) {
      const shown = right.showBody(message, options);
      const found = message.body.html?.match(what) ?? [];
      if (found.length === 0) return shown;
      const document = shown.document.replace('</body>', () => `${found.join('')}</body>`);
      return { ...shown, document, ...(policy && { headers: policy }) };
    },
  }));

const named = (...names: string[]) => new RegExp(`<(${names.join('|')})\\b[^>]*>(?:[\\s\\S]*?</\\1\\s*>)?`, 'gi');

/** Without what keeps a browser from sending forms. */
const formsMayGo = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name.toLowerCase() === 'content-security-policy'
        ? value
            .split(';')
            .filter((directive) => !/^\s*(?:form-action|sandbox)\b/.test(directive))
            .join(';')
        : value,
    ]),
  );

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
    'drawings-let-through',
    'Drawings within a message (SVG) stay as they were written.',
    'CVE-2023-5631',
    lettingThrough(named('svg')),
  ),
  defect(
    'forms-may-be-sent',
    'A form of a message stays as it was written, and may be sent.',
    'CWE-451: User Interface (UI) Misrepresentation of Critical Information',
    {
      ...lettingThrough(named('form'), formsMayGo(bodyHeaders())),
      ...pages(/^GET \/message$/, (html) => html.replaceAll(' sandbox="', ' sandbox="allow-forms ')),
    },
  ),
  defect(
    'mathematics-let-through',
    'Mathematics within a message stays as it was written.',
    'CWE-79: Cross-site Scripting',
    lettingThrough(named('math')),
  ),
  defect(
    'handlers-let-through',
    'An element that may be there keeps its handlers.',
    'CVE-2025-30349',
    lettingThrough(named('img', 'details')),
  ),
  defect(
    'links-let-through',
    'A link may lead to a script.',
    'CWE-83: Improper Neutralization of Script in Attributes in a Web Page',
    lettingThrough(named('a')),
  ),
  defect(
    'frames-let-through',
    'Frames and objects within a message stay as they were written.',
    'CWE-1021: Improper Restriction of Rendered UI Layers or Frames',
    lettingThrough(named('iframe', 'object', 'embed'), REMOTE),
  ),
  defect(
    'forms-let-through',
    'A form within a message sends what is typed wherever it wants.',
    'OWASP ASVS 4.0, 5.2.2: unstructured data is sanitized',
    {
      ...lettingThrough(named('form'), {
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
      }),
      ...pages(/^GET \/message$/, (html) => html.replace(/ sandbox="[^"]*"/, '')),
    },
  ),
  defect(
    'style-sheets-let-through',
    'Style sheets of a message load what they name.',
    'CVE-2024-42010',
    lettingThrough(/<link\b[^>]*>|<style>[\s\S]*?<\/style>/gi, REMOTE),
  ),
  defect(
    'style-let-through',
    'The style of an element loads what it names.',
    'CVE-2021-46144',
    lettingThrough(/<\w+ style="[^"]*">/gi, REMOTE),
  ),
  defect(
    'pictures-unasked',
    'Pictures from elsewhere are loaded with the message.',
    'CWE-359: Exposure of Private Personal Information to an Unauthorized Actor',
    showing((right) => ({ showBody: (message, options) => right.showBody(message, { ...options, remote: true }) })),
  ),
  defect(
    'pictures-by-other-attributes',
    'Pictures are kept back where src names them, and not where another attribute does.',
    'common mistake',
    lettingThrough(/<(?:img srcset|table background|video poster|input type="image")[^>]*>/gi, REMOTE),
  ),
  defect(
    'pictures-never',
    'Who asks for pictures from elsewhere sees none.',
    'common mistake',
    showing((right) => ({ showBody: (message, options) => right.showBody(message, { ...options, remote: false }) })),
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
  defect(
    'heads-as-markup',
    'Subjects and names are put into pages as they came.',
    'CWE-80: Improper Neutralization of Script-Related HTML Tags in a Web Page',
    pages(/^GET \/(?:list|message)$/, (html) => html.replace(/<bdi>([^<]*)<\/bdi>/g, (bdi) => unescaped(bdi))),
  ),
];
