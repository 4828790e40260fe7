/** Mistakes with trace fields (RFC 5321 §4.4). */

import type { Mail } from '../../reference-server/delivery/mail';
import { COMMON, defect, delivering, edited, type SmtpDefect } from './tools';

/** Edits the fields that this server added, or what follows them too. */
const stored = (edit: (text: string, mail: Mail) => string) =>
  delivering((right) => ({ compose: (mail) => edited(right.compose(mail), (text) => edit(text, mail)) }));

const OWN_RECEIVED = /Received: from(?:.*\r\n[ \t])*.*\r\n/;

export const trace: readonly SmtpDefect[] = [
  defect(
    'received-missing',
    'No Received field is added.',
    'https://github.com/erooster-mail/erooster/issues/22',
    stored((text) => text.replace(OWN_RECEIVED, '')),
  ),
  defect(
    'received-without-suite',
    'The Received field does not tell by which cipher suite of TLS the message came.',
    COMMON,
    stored((text) => text.replace(/\r\n\ttls \w+/, '')),
  ),
  defect(
    'received-below-header',
    'The Received field is added at the end of the header section.',
    COMMON,
    stored((text) => {
      const own = OWN_RECEIVED.exec(text)?.[0] ?? '';
      return text.replace(own, '').replace('\r\n\r\n', `\r\n${own}\r\n`);
    }),
  ),
  defect(
    'received-without-from',
    'The Received field has no FROM clause.',
    COMMON,
    stored((text) => text.replace(/Received: from .*\r\n\tby/, 'Received: by')),
  ),
  defect(
    'received-without-hello-name',
    'The FROM clause does not hold the name given in EHLO.',
    COMMON,
    stored((text) => text.replace(/Received: from [^ ]+ /, 'Received: from unknown ')),
  ),
  defect(
    'received-names-everybody',
    'The FOR clause names all recipients, also those that others should not know of.',
    COMMON,
    stored((text, { envelope }) =>
      text.replace(
        /( id [\w-]+)(?:\r\n\tfor [^;]*)?;/,
        `$1\r\n\tfor ${envelope.recipients.map(({ path }) => `<${path.text}>`).join(', ')};`,
      ),
    ),
  ),
  defect(
    'received-year-of-two-digits',
    'The date of the Received field has a year of two digits.',
    'RFC 1123 §5.2.14 (common mistake)',
    stored((text) => text.replace(/(Received: [^;]*;\s+\w+, \d+ \w+ )\d\d/, '$1')),
  ),
  defect(
    'received-zone-by-name',
    'The time zone of the Received field is a name.',
    COMMON,
    stored((text) => text.replace(/(Received: [^;]*;.*?)\+0000/s, '$1GMT')),
  ),
  defect(
    'received-protocol-made-up',
    'The WITH clause names a protocol that nobody registered.',
    COMMON,
    stored((text) => text.replace(/ with \w+ id/, ' with mailspec id')),
  ),
  defect(
    'earlier-received-removed',
    'Received fields that were there are removed.',
    COMMON,
    stored((text) => {
      const own = OWN_RECEIVED.exec(text)!;
      const end = own.index + own[0].length;
      return text.slice(0, end) + text.slice(end).replace(/Received:(?:.*\r\n[ \t])*.*\r\n/g, '');
    }),
  ),
  defect(
    'return-path-missing',
    'No Return-Path field is added.',
    'https://github.com/cmail-mta/cmail/issues/16',
    stored((text) => text.replace(/^Return-Path: .*\r\n/, '')),
  ),
  defect(
    'return-path-from-header',
    'Return-Path shows the From field in place of the reverse-path.',
    'https://github.com/axllent/mailpit/issues/149',
    stored((text) => {
      const from = /^From:.*?<?([^\s<>]+@[^\s<>]+)/im.exec(text)?.[1];
      return from === undefined ? text : text.replace(/^Return-Path: .*/, `Return-Path: <${from}>`);
    }),
  ),
  defect(
    'return-path-lower-case',
    'The reverse-path is stored in lower case.',
    COMMON,
    stored((text) => text.replace(/^Return-Path: .*/, (field) => `Return-Path:${field.slice(12).toLowerCase()}`)),
  ),
  defect(
    'return-path-of-bounce-missing',
    'A null reverse-path leaves no Return-Path field.',
    COMMON,
    stored((text) => text.replace(/^Return-Path: <>\r\n/, '')),
  ),
  defect(
    'apparently-to-added',
    'An Apparently-To field with every recipient is added.',
    'RFC 5321 §7.2 (sendmail of old)',
    stored((text, { envelope }) =>
      text.replace(
        '\r\n\r\n',
        `\r\nApparently-To: ${envelope.recipients.map(({ path }) => path.text).join(', ')}\r\n\r\n`,
      ),
    ),
  ),
];
