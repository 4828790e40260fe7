/** Mistakes that a reader meets who puts a signed part together again (RFC 1847 §2.1, RFC 9051 §6.4.5.1). */

import type { Section } from '../../reference-server/imap/syntax/section';
import { fetched } from './fetching';
import { parts } from './structure';
import { COMMON, defect, type ImapDefect } from './tools';

/** What is fetched by these sections, as Latin-1. */
const reading = (wanted: (section: Section) => boolean, edit: (text: string) => string) =>
  fetched((octets, { section }) => (wanted(section) ? Buffer.from(edit(octets.toString('latin1')), 'latin1') : octets));

const header = ({ text }: Section) => text === 'MIME';
const body = ({ part, text }: Section) => part.length > 0 && text === undefined;
const whole = ({ part, text }: Section) => part.length === 0 && text === undefined;

export const signed: readonly ImapDefect[] = [
  defect(
    'mime-header-unfolded',
    'The folded fields of a part are given on one line each.',
    'https://github.com/roundcube/roundcubemail/issues/5371',
    reading(header, (text) => text.replace(/\r\n[ \t]+/g, ' ')),
  ),
  defect(
    'mime-header-made-anew',
    'The header of a part is written from what was read of it.',
    'https://github.com/roundcube/roundcubemail/issues/5371',
    reading(header, (text) => text.replace(/^content-type: ?(\S+)[\s\S]*$/i, 'Content-Type: $1\r\n\r\n')),
  ),
  defect(
    'mime-header-content-alone',
    'Of the header of a part those fields are given that begin with Content-.',
    'seen in Courier 5.0',
    reading(header, (text) => text.replace(/^(?!content-|[ \t]|\r).*\r\n(?:[ \t].*\r\n)*/gim, '')),
  ),
  defect(
    'part-end-added',
    'Each part ends with a line end, and those that have none get one.',
    'https://github.com/jstedfast/MimeKit/issues/213',
    reading(body, (text) => text.replace(/(?<!\r\n)$/, '\r\n')),
  ),
  defect(
    'part-end-trimmed',
    'Empty lines at the end of a part are left out.',
    'https://github.com/pazz/alot/pull/1487',
    reading(body, (text) => text.replace(/(?:\r\n)+$/, '')),
  ),
  defect(
    'part-in-ascii',
    'Octets above 127 of a part are given as question marks.',
    COMMON,
    reading(body, (text) => text.replace(/[\x80-\xff]/g, '?')),
  ),
  defect(
    'whole-message-trimmed',
    'A whole message has no white space at the ends of its lines, and no empty lines at its end.',
    COMMON,
    reading(whole, (text) => text.replace(/[ \t]+(?=\r\n)/g, '').replace(/(?:\r\n)+$/, '')),
  ),
  defect(
    'whole-message-rewrapped',
    'What is in base64 is wrapped anew in a whole message.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    reading(whole, (text) => text.replace(/([\w+/]{64})\r\n/g, '$1')),
  ),
  defect(
    'structure-signed-made-mixed',
    'What is signed or encrypted is shown as multipart/mixed.',
    'https://github.com/ProtonMail/proton-bridge/issues/216',
    parts((part) => {
      if (part.type === 'multipart' && /^(?:signed|encrypted)$/.test(part.subtype)) part.subtype = 'mixed';
    }),
  ),
  defect(
    'structure-few-parameters',
    'Of the parameters of a part those are shown that the server knows.',
    COMMON,
    parts((part) => {
      part.parameters = part.parameters.filter(([name]) => /^(?:charset|name|boundary|format)$/i.test(name));
    }),
  ),
];
