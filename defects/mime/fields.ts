/** Mistakes with header fields (RFC 5322 §3.6): a message that is parsed and written anew is another message. */

import { COMMON } from '../smtp/tools';
import { defect, fieldOf, inField, inFields, inHeader, type MimeDefect } from './tools';

const nameOf = (field: string) => field.slice(0, field.indexOf(':')).toLowerCase();

/** Breaks a line before the last space that is within 78 octets, else before the first one. */
function folded(field: string): string {
  return field.replace(/^.{79,}$/gm, (line) => line.replace(/^(.{1,77}\S|\S+) (?=\S)/, '$1\r\n '));
}

function decoded(field: string): string {
  const words = field.replace(/(\?=)\s+(?==\?)/g, '$1');
  return words.replace(/=\?[^?\s]+\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    encoding.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('latin1')
      : text
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

export const fields: readonly MimeDefect[] = [
  defect(
    'field-names-capitalized',
    'Names of fields are written anew, each word with one capital: Mime-Version, Message-Id.',
    'https://github.com/tat/mimetic/issues/26',
    inField((field) =>
      field.replace(/^[^:]+/, (name) => name.toLowerCase().replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())),
    ),
  ),
  defect(
    'repeated-fields-dropped',
    'Of several fields with one name only the last stays.',
    'https://github.com/lettre/lettre/issues/1151',
    inFields((fields) =>
      fields.filter((field, i) => !fields.slice(i + 1).some((other) => nameOf(other) === nameOf(field))),
    ),
  ),
  defect(
    'content-fields-repeated-dropped',
    'Of several Content-Type fields only the first stays.',
    'https://github.com/mozilla/fx-private-relay/pull/6802',
    inFields((fields) =>
      fields.filter(
        (field, i) => !/^content-/i.test(field) || !fields.slice(0, i).some((other) => nameOf(other) === nameOf(field)),
      ),
    ),
  ),
  defect(
    'fields-sorted',
    'Fields are kept in a map and come out sorted by name.',
    'https://github.com/mzattahri/mail/issues/4',
    inFields((fields) => [...fields].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))),
  ),
  defect(
    'received-reversed',
    'The Received fields that were there are written with the oldest on top.',
    COMMON,
    inFields((fields) => {
      const received = fields.filter((field) => nameOf(field) === 'received');
      return fields.map((field) => (nameOf(field) === 'received' ? received.pop()! : field));
    }),
  ),
  defect(
    'received-dropped',
    'The Received fields that came are dropped, so that nobody learns of the hosts inside.',
    'https://www.postfix.org/header_checks.5.html (IGNORE)',
    inFields((fields) => fields.filter((field) => nameOf(field) !== 'received')),
  ),
  defect(
    'resent-fields-moved',
    'Resent fields are moved to the end of the header section.',
    COMMON,
    inFields((fields) => [
      ...fields.filter((field) => !/^resent-/i.test(field)),
      ...fields.filter((field) => /^resent-/i.test(field)),
    ]),
  ),
  defect(
    'fields-unfolded',
    'Folded fields are stored as one line.',
    'https://github.com/bruceg/nullmailer/issues/92',
    inField((field) => field.replace(/\r\n[ \t]+/g, ' ')),
  ),
  defect(
    'fields-refolded',
    'Fields with lines longer than 78 octets are folded anew.',
    'https://github.com/python/cpython/issues/87659',
    inField(folded),
  ),
  defect(
    'long-fields-cut',
    'A line of the header is cut after 512 octets.',
    'https://www.postfix.org/postconf.5.html#header_size_limit (there at 100 KB)',
    inField((field) => field.replace(/^(.{512}).+$/gm, '$1')),
  ),
  defect(
    'large-header-cut',
    'What goes beyond 32 KB of header section is thrown away without a word.',
    COMMON,
    inFields((fields) => {
      let size = 0;
      return fields.filter(({ length }) => {
        size += length;
        return size <= 32_768;
      });
    }),
  ),
  defect('encoded-words-decoded', 'Encoded words are decoded, raw octets stored.', COMMON, inField(decoded)),
  defect(
    'content-type-added',
    'A MIME message without a Content-Type gets one.',
    COMMON,
    inHeader((header) =>
      fieldOf(header, 'MIME-Version') && !fieldOf(header, 'Content-Type')
        ? `${header}Content-Type: text/plain; charset=us-ascii\r\n`
        : header,
    ),
  ),
  defect(
    'version-added',
    'A message with a Content-Type and no MIME-Version gets one.',
    'https://github.com/emersion/go-message/pull/121',
    inHeader((header) =>
      fieldOf(header, 'Content-Type') && !fieldOf(header, 'MIME-Version') ? `${header}MIME-Version: 1.0\r\n` : header,
    ),
  ),
];
