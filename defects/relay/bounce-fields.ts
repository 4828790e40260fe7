/** Mistakes with what stands in a report (RFC 3464, RFC 6522). */

import { holding, namedIn, ofMessage, ofRecipient, reporting, without, written } from './reports';
import { COMMON, defect, type RelayDefect } from './tools';

const OPENSMTPD = 'https://github.com/OpenSMTPD/OpenSMTPD/pull/468';

export const bounceFields: readonly RelayDefect[] = [
  defect(
    'report-type-missing',
    'The multipart/report of a bounce does not say of which type it is.',
    COMMON,
    written((report) => report.replace(/ report-type=[\w-]+;/, '')),
  ),
  defect(
    'report-as-mixed',
    'A report is a multipart/mixed.',
    COMMON,
    written((report) =>
      report.replace(/multipart\/report; report-type=(?:global-)?delivery-status/, 'multipart/mixed'),
    ),
  ),
  defect(
    'report-encoded',
    'The fields of a report are encoded in base64.',
    COMMON,
    written((report) =>
      report.replace(/(message\/delivery-status)\r\n\r\n(.*?)(?=\r\n\r\n--)/s, (_, type, fields) => {
        return `${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`${fields}\r\n`).toString('base64')}`;
      }),
    ),
  ),
  defect(
    'report-from-no-address',
    'The From field of a report has a name and no address.',
    COMMON,
    written((report) => report.replace(/^From: .*$/m, 'From: MAILER-DAEMON (Mail Delivery System)')),
  ),
  defect(
    'report-to-nobody',
    'The To field of a report does not name the sender.',
    'https://github.com/haraka/Haraka/issues/1688',
    written((report) => report.replace(/^To: .*$/m, 'To: <>')),
  ),
  defect('reporting-mta-missing', 'A report does not say who reports.', COMMON, without('Reporting-MTA')),
  defect(
    'reporting-mta-twice',
    'A report says twice who reports, by two names.',
    COMMON,
    ofMessage((field) => (field[0] === 'Reporting-MTA' ? [field, [field[0], 'dns; other.test']] : [field])),
  ),
  defect(
    'reporting-mta-unqualified',
    'Who reports has a name without a domain, of type dns.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/233',
    ofMessage(([name, value]) => [[name, name === 'Reporting-MTA' ? value.replace(/\..*/, '') : value]]),
  ),
  defect(
    'dsn-gateway-always',
    'A report says that a gateway has translated it.',
    COMMON,
    ofMessage((field) => (field[0] === 'Reporting-MTA' ? [field, ['DSN-Gateway', field[1]]] : [field])),
  ),
  defect('envid-lost', 'ENVID does not come back.', COMMON, without('Original-Envelope-Id')),
  defect(
    'envid-as-xtext',
    'ENVID comes back as xtext.',
    COMMON,
    ofMessage(([name, value]) => [[name, name === 'Original-Envelope-Id' ? toXtext(value) : value]]),
  ),
  defect(
    'envid-made-up',
    'A message without ENVID is reported under its Message-ID.',
    COMMON,
    ofMessage((field, { envelope, content }) => {
      const id = namedIn(content, 'Message-ID')?.text;
      return field[0] === 'Reporting-MTA' && envelope.envelopeId === undefined && id !== undefined
        ? [['Original-Envelope-Id', id], field]
        : [field];
    }),
  ),
  defect(
    'arrival-date-in-gmt',
    'The time zone of Arrival-Date is a name.',
    COMMON,
    ofMessage(([name, value]) => [[name, value.replace(/\+0000$/, 'GMT')]]),
  ),
  defect(
    'final-recipient-is-sender',
    'Final-Recipient is who the report goes to.',
    'https://github.com/yaad-index/darbaan/issues/54',
    reporting((right) => ({
      compose(subject, news, to, more) {
        const report = right.compose(subject, news, to, more);
        const changed = report.status.map((fields) =>
          fields.map(([name, value]) => [name, name === 'Final-Recipient' ? `rfc822; ${to.text}` : value] as const),
        );
        return { ...report, status: changed };
      },
    })),
  ),
  defect(
    'final-recipient-in-small-letters',
    'Final-Recipient is written in small letters.',
    COMMON,
    holding('Final-Recipient', (right) => right.toLowerCase()),
  ),
  defect(
    'final-recipient-unquoted',
    'Final-Recipient has its local part without the quotes that it needs.',
    COMMON,
    holding('Final-Recipient', (right) => right.replaceAll('"', '')),
  ),
  defect('orcpt-lost', 'ORCPT does not come back.', COMMON, without('Original-Recipient')),
  defect(
    'orcpt-made-up',
    'Where there was no ORCPT, Original-Recipient repeats Final-Recipient.',
    'seen in Postfix 3.7',
    ofRecipient((field, { recipient }) =>
      field[0] === 'Final-Recipient' && !recipient.originalRecipient
        ? [['Original-Recipient', field[1]], field]
        : [field],
    ),
  ),
  defect('action-missing', 'A report does not say what became of the recipient.', OPENSMTPD, without('Action')),
  defect(
    'action-failure',
    'The action is “failure”.',
    COMMON,
    holding('Action', (right) => (right === 'failed' ? 'failure' : right)),
  ),
  defect('status-missing', 'A report has no status code.', COMMON, without('Status')),
  defect(
    'status-as-it-came',
    'The first word of a reply is taken for the status code, whatever it is.',
    'seen in Postfix 3.7',
    holding('Status', (right, { diagnostic }) => diagnostic?.split(/\s/)[1] ?? right),
  ),
  defect(
    'remote-mta-missing',
    'A report does not name the host that refused the message.',
    OPENSMTPD,
    without('Remote-MTA'),
  ),
  defect(
    'remote-mta-by-address',
    'Remote-MTA is the address of the host, and its port.',
    'https://github.com/slimta/python-slimta/issues/72',
    holding('Remote-MTA', () => 'dns; 127.0.0.1:25'),
  ),
  defect(
    'remote-mta-always',
    'Where nobody was called, Remote-MTA names the server itself.',
    COMMON,
    ofRecipient((field, { remote }) =>
      field[0] === 'Status' && remote === undefined ? [field, ['Remote-MTA', 'dns; localhost.test']] : [field],
    ),
  ),
  defect(
    'diagnostic-missing',
    'A report does not repeat what the other host said.',
    'https://github.com/haraka/Haraka/issues/848',
    without('Diagnostic-Code'),
  ),
  defect(
    'diagnostic-in-own-words',
    'The diagnostic is what the server makes of a reply.',
    'https://github.com/haraka/Haraka/issues/848',
    holding('Diagnostic-Code', () => 'smtp; Some recipients failed'),
  ),
  defect(
    'diagnostic-of-one-line',
    'Of a reply of several lines the report has the last.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/741',
    holding(
      'Diagnostic-Code',
      (right) =>
        `smtp; ${right
          .replace(/^smtp; /, '')
          .split('\r\n ')
          .at(-1)}`,
    ),
  ),
  defect(
    'last-attempt-in-gmt',
    'The time zone of Last-Attempt-Date is a name.',
    'https://github.com/apache/james-project/pull/299',
    holding('Last-Attempt-Date', (right) => right.replace(/\+0000$/, 'GMT')),
  ),
  defect(
    'until-in-gmt',
    'The time zone of Will-Retry-Until is a name.',
    'https://github.com/apache/james-project/pull/299',
    holding('Will-Retry-Until', (right) => right.replace(/\+0000$/, 'GMT')),
  ),
  defect(
    'tried-until-in-failure',
    'What has failed for good is said to be tried until it came.',
    COMMON,
    ofRecipient((field) => (field[0] === 'Last-Attempt-Date' ? [field, ['Will-Retry-Until', field[1]]] : [field])),
  ),
  defect(
    'report-groups-joined-by-line',
    'No empty line parts the fields of the message from those of its recipients.',
    COMMON,
    reporting((right) => ({ build: (report) => right.build({ ...report, status: [report.status.flat()] }) })),
  ),
];

function toXtext(text: string): string {
  return text.replace(/[^!-~]|[+=]/g, (character) => {
    return `+${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
