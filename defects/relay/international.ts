/** Mistakes with reports on addresses beyond ASCII (RFC 6533). */

import { holding, reporting, written } from './reports';
import { COMMON, defect, type RelayDefect, saying } from './tools';

export const international: readonly RelayDefect[] = [
  defect(
    'utf8-recipient-as-rfc822',
    'An address beyond ASCII is called rfc822 in a report.',
    COMMON,
    holding('Final-Recipient', (right) => right.replace(/^utf-8;/, 'rfc822;')),
  ),
  defect(
    'utf8-recipient-in-old-part',
    'An address beyond ASCII stands as it is in message/delivery-status.',
    COMMON,
    written((report) => report.replaceAll('global-delivery-status', 'delivery-status')),
  ),
  defect(
    'utf8-original-recipient-encoded',
    'An original recipient that came in ASCII stays so among addresses that do not.',
    COMMON,
    holding('Original-Recipient', (right, { recipient }) =>
      right.startsWith('utf-8') ? `utf-8; ${recipient.originalRecipient!.address}` : right,
    ),
  ),
  defect(
    'utf8-original-recipient-mended',
    'What is called utf-8 and is not comes back without its backslashes.',
    COMMON,
    holding('Original-Recipient', (right) => right.replaceAll('\\', '')),
  ),
  defect(
    'utf8-report-as-it-is',
    'A report holds octets beyond ASCII, whatever the server of the sender takes.',
    COMMON,
    reporting((right) => ({
      compose: (subject, news, to, more) => right.compose(subject, news, to, { ...more, wide: '8bit' }),
    })),
  ),
  defect(
    'global-headers-with-charset',
    'message/global-headers has a charset.',
    COMMON,
    written((report) => report.replace('message/global-headers', 'message/global-headers; charset=utf-8')),
  ),
  defect(
    'utf8-orcpt-always-native',
    'ORCPT goes on in UTF-8 to hosts too that do not know SMTPUTF8.',
    COMMON,
    saying((right) => ({
      rcpt: (path, parameters = []) =>
        right.rcpt(
          path,
          parameters.map((one) => one.replace(/\\x\{(\w+)\}/g, fromHex)),
        ),
    })),
  ),
  defect(
    'utf8-orcpt-always-encoded',
    'ORCPT goes on in ASCII to hosts too that know SMTPUTF8.',
    'seen in Postfix 3.7',
    saying((right) => ({
      rcpt: (path, parameters = []) =>
        right.rcpt(
          path,
          parameters.map((one) => one.replace(/[^\x00-\x7f]/gu, toHex)),
        ),
    })),
  ),
];

function fromHex(_: string, digits: string): string {
  return String.fromCodePoint(Number.parseInt(digits, 16));
}

function toHex(character: string): string {
  return `\\x{${character.codePointAt(0)!.toString(16).toUpperCase()}}`;
}
