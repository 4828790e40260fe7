/** Mistakes of filters on the way: what they cannot judge or convert they throw away or rewrite (RFC 2046 §3). */

import { COMMON } from '../smtp/tools';
import { defect, fieldOf, has, inBody, inLeaves, inType, type MimeDefect } from './tools';

const HARMLESS =
  /^content-type:\s*(?:\([^)]*\)\s*)?(?:text\/(?:plain|html|rfc822-headers)|(?:image|audio|video|application|multipart|message)\/)/i;
const CONVERTIBLE = /charset=\s*"?(?:us-ascii|utf-8|iso-8859-\d+)\b/i;

const emptied = inBody(() => '');

/** The header with a body that is an attachment in base64. */
const attached = (header: string, body: string) =>
  `${header}Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body, 'latin1').toString('base64')}\r\n`;

export const filters: readonly MimeDefect[] = [
  defect(
    'unlisted-types-removed',
    'The content of what is on no list of harmless types is removed.',
    COMMON,
    inLeaves((content) => {
      const type = fieldOf(content, 'Content-Type');
      return type === '' || HARMLESS.test(type) ? content : emptied(content);
    }),
  ),
  defect(
    'unknown-charset-emptied',
    'Text in a charset that is not known cannot be converted, and becomes empty.',
    'https://github.com/tedious/Fetch/issues/72',
    inLeaves((content) =>
      has(content, 'Content-Type', /charset=/i) && !has(content, 'Content-Type', CONVERTIBLE)
        ? emptied(content)
        : content,
    ),
  ),
  defect(
    'untyped-made-attachment',
    'A MIME message without a Content-Type becomes an attachment in base64.',
    COMMON,
    (content) => {
      const end = content.indexOf('\r\n\r\n') + 2;
      const header = content.slice(0, end);
      return fieldOf(header, 'MIME-Version') !== '' && !/^content-/im.test(header)
        ? attached(header, content.slice(end + 2))
        : content;
    },
  ),
  defect(
    'html-made-text',
    'The marks of HTML are taken away.',
    COMMON,
    inType(/text\/html/i, (body) => body.replace(/<[^>]*>/g, '')),
  ),
];
