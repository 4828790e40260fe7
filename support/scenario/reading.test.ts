import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';
import { withCrlf } from './message';
import { checkReading, checkReadings, type Reading } from './reading';

const message = withCrlf(
  [
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=cut',
    '',
    '--cut',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello.',
    '--cut',
    'Content-Type: image/png; name=dot.png',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=dot.png',
    '',
    'AAEC',
    '--cut--',
  ].join('\n'),
);
const reading: Reading = { parser: 'one', subject: 'A', text: 'B', html: '', attachments: [], status: '' };

const scope = new Scope(() => undefined);

test('both parsers read a plain multipart', async () => {
  await checkReading(
    message,
    [
      { what: 'subject', value: 'Grüße' },
      { what: 'text', value: 'Hello.' },
      { what: 'attachment', value: 'image/png dot.png 3' },
      { what: 'attachments', value: '1' },
    ],
    scope,
  );
});

test('both parsers read what a report says to programs', async () => {
  const report = withCrlf(
    'Content-Type: multipart/report; boundary=cut\n\n--cut\n\nNo.\n--cut\nContent-Type: message/delivery-status\n\nA: b\n--cut--\n',
  );
  await checkReading(
    report,
    [
      { what: 'text', value: 'No.' },
      { what: 'status', value: 'A: b' },
    ],
    scope,
  );
});

test('what no parser reads is a mismatch', async () => {
  await assert.rejects(checkReading(message, [{ what: 'attachment', value: 'image/png dot.png 4' }], scope), Mismatch);
  await assert.rejects(checkReading(message, [{ what: 'text', value: 'Goodbye.' }], scope), Mismatch);
});

test('one parser that bears a row out is enough', () => {
  checkReadings([reading, { ...reading, subject: 'C' }], [{ what: 'subject', value: 'C' }]);
});
