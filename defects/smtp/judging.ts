/** Mistakes of servers that refuse a message for what its header looks like (RFC 5321 §3.3, §3.7.2, §6.3). */

import { COMMON, defect, parts, refusingContent, type SmtpDefect } from './tools';

/** Refuses a message by its header, unfolded, one field a line, or by its body. */
const judging = (name: string, mistake: string, isOdd: (header: string, body: string) => boolean): SmtpDefect => {
  const fits = (content: Buffer) => {
    const [header, body] = parts(content);
    return isOdd(header.replace(/\r\n(?=[ \t])/g, ''), body);
  };
  return defect(name, mistake, COMMON, refusingContent('The message is not well formed', fits, 'dropped'));
};

const ONCE = ['From', 'Subject'];
const ADDRESS = /[^\s<>,;:@]+@[^\s<>,;:@]+/;

/** The bodies of the fields of this name. */
const fields = (header: string, name: string): string[] =>
  [...header.matchAll(new RegExp(`^${name}:(.*)\\r\\n`, 'gim'))].map((match) => match[1]!.trim());
const some = (header: string, name: string, isOdd: (value: string) => boolean) => fields(header, name).some(isOdd);

export const judgement: readonly SmtpDefect[] = [
  judging(
    'malformed-header-refused',
    'A message is refused for a field without colon, a second From or Subject, or a Date, address or Message-ID out of form.',
    (header) =>
      /^[^:\r]*\r\n/m.test(header) ||
      ONCE.some((name) => fields(header, name).length > 1) ||
      some(header, 'Date', (value) => Number.isNaN(Date.parse(value))) ||
      some(header, 'From', (value) => !ADDRESS.test(value)) ||
      some(header, 'Message-ID', (value) => !/^<.*@.*>$/.test(value)),
  ),
  judging(
    'from-or-date-needed',
    'A message is refused that has neither From nor Date.',
    (header) => fields(header, 'From').length + fields(header, 'Date').length === 0,
  ),
  judging('empty-line-needed', 'A message is refused that ends with its header.', (_, body) => body === ''),
  judging(
    'malformed-mime-refused',
    'A message is refused for an unknown MIME version or encoding, a Content-Type out of form, or a multipart without its end.',
    (header, body) =>
      some(header, 'MIME-Version', (value) => !value.startsWith('1.0')) ||
      some(header, 'Content-Type', (value) => !/^\w+\/[\w.+-]+/.test(value)) ||
      some(
        header,
        'Content-Transfer-Encoding',
        (value) => !/^(7bit|8bit|binary|base64|quoted-printable)$/i.test(value),
      ) ||
      some(header, 'Content-Type', (value) => isUnended(value, body)),
  ),
  judging(
    'resent-fields-judged',
    'A message is refused for Resent fields that do not fit together.',
    (header) =>
      fields(header, 'Resent-To').length !== fields(header, 'Resent-Date').length ||
      fields(header, 'Resent-From').length !== fields(header, 'Resent-To').length,
  ),
  judging(
    'odd-received-refused',
    'A message is refused for a trace field of another host that is out of form.',
    (header) =>
      some(header, 'Return-Path', (value) => !value.startsWith('<')) ||
      some(
        header,
        'Received',
        (value) => !/^from \S+ (\([^)]*\) )?by \S+( (with|id|for|via) \S+)*; \w{3}, \d+ \w{3} \d{4} /.test(value),
      ),
  ),
  judging(
    'many-recipients-in-header-refused',
    'A message that names more than a hundred people in its header is taken for spam.',
    (header) => some(header, 'To', (value) => value.split(',').length > 100),
  ),
  judging(
    'hop-limit-too-low',
    'A message that has been through more than 25 servers is taken for one that goes round in circles.',
    (header) => fields(header, 'Received').length > 25,
  ),
];

function isUnended(contentType: string, body: string): boolean {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  return boundary !== undefined && !body.includes(`--${boundary}--`);
}
