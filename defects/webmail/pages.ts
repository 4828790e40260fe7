/** Mistakes with what a browser is told of each page, and with what people need of it. */

import { COMMON, defect, fields, pages as html, type WebmailDefect } from './tools';

const policy = (change: (text: string) => string) =>
  fields((all) => {
    const text = all.get('content-security-policy');
    if (text) all.set('content-security-policy', change(text));
  });

export const pages: readonly WebmailDefect[] = [
  defect(
    'policy-with-inline-scripts',
    'The policy of pages has scripts within them run.',
    'CVE-2019-13389',
    policy((text) => text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
  ),
  defect(
    'types-guessed',
    'Nothing keeps a browser from guessing types.',
    'OWASP ASVS 4.0, 14.4.4: X-Content-Type-Options',
    fields((all) => all.delete('x-content-type-options')),
  ),
  defect(
    'framed-by-others',
    'Other sites may frame the pages.',
    'CVE-2010-4554',
    fields((all) => {
      all.delete('x-frame-options');
      const text = all.get('content-security-policy') ?? '';
      all.set('content-security-policy', text.replace(/;? ?frame-ancestors [^;]+/, ''));
    }),
  ),
  defect(
    'pages-kept-by-browser',
    'Pages with mail on them are kept by browsers and what stands between.',
    'CWE-525: Use of Web Browser Cache Containing Sensitive Information',
    fields((all) => all.set('cache-control', 'max-age=3600')),
  ),
  defect(
    'address-told-elsewhere',
    'Other sites are told the address of the page that a link stood on.',
    'OWASP ASVS 4.0, 14.4.6: Referrer-Policy',
    fields((all) => all.set('referrer-policy', 'unsafe-url')),
  ),
  defect(
    'links-with-opener',
    'A page that is opened from a mail can send the webmail elsewhere.',
    'CWE-1022: Use of Web Link to Untrusted Target with window.opener Access',
    html(/^GET \/message\/frame$/, (text) =>
      text.replace(/<a href="\/link\?to=([^"&]*)[^"]*"[^>]*>/g, (_, to: string) => {
        return `<a href="${decodeURIComponent(to)}" target="mail">`;
      }),
    ),
  ),
  defect(
    'pages-without-language',
    'Pages do not say what language they are in.',
    'WCAG 2.2, 3.1.1',
    html(/./, (text) => text.replace(/<html lang="\w+"/, '<html')),
  ),
  defect(
    'pages-without-title',
    'Pages have no title.',
    'WCAG 2.2, 2.4.2',
    html(/./, (text) => text.replace(/<title>[^<]*/, '<title>')),
  ),
  defect(
    'pictures-without-text',
    'A picture of a page has no text.',
    'WCAG 2.2, 1.1.1',
    html(/./, (text) => text.replace('<a class="brand" href="/">', '$&<img src="/static/icon.svg">')),
  ),
  defect(
    'fields-without-label',
    'What is to be written into a field stands in the field alone.',
    'WCAG 2.2, 3.3.2',
    html(/./, (text) => text.replace(/<label for="(?:q|user|password|name|to)"[^>]*>[^<]*<\/label>/g, '')),
  ),
  defect(
    'empty-list-has-a-line',
    'Where there is no message a line of the list says so.',
    COMMON,
    html(/^GET \/list$/, (text) =>
      text.replace(
        /<p data-empty[^>]*>([^<]*)<\/p>/,
        '<ol id="messages"><li data-uid="0" data-seen="true"><a href="#"><span data-subject>$1</span></a></li></ol>',
      ),
    ),
  ),
];
