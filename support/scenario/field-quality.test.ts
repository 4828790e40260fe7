import assert from 'node:assert';
import { test } from 'node:test';
import { checkFieldQuality, type FieldQuality } from './field-quality';

type Plain = Exclude<FieldQuality, 'an address in the form of its report'>;

const RIGHT: Record<Plain, string[]> = {
  'a date and time': ['Tue, 3 Jun 2025 10:00:00 +0000', '03 Jun 2025 10:00 -0130 (at noon)'],
  'a message identifier': ['<a.b@c>', '<"a b"@[192.0.2.1]>', ' <1@mail.example.test> (made here)'],
  'a date with a numeric time zone': ['Tue, 3 Jun 2025 10:00:00 +0000', '3 Jun 25 9:00 -0130'],
  'a status code': ['5.1.1', '4.0.0', '2.100.25 (fine)'],
  'an action': ['failed', 'Delayed', 'delivered (at last)'],
  'the name of a host': ['dns; mail.example.test', 'DNS;[192.0.2.1]', 'x-local-hostname; a'],
  'an address with a whole domain': ['a@b.test', '<a@b.test>', '"A, B" <a.b@c.test>', 'A (x) <a@[192.0.2.1]>'],
};

const WRONG: Record<Plain, string[]> = {
  'a date and time': ['', '2025-06-03', 'Tue, 3 Jun 25 10:00:00 GMT', '1748944800'],
  'a message identifier': ['', 'a@b', '<a>', '<a@b@c>', '<a b@c>', '<a@b> <c@d>'],
  'a date with a numeric time zone': ['', 'Tue, 3 Jun 2025 10:00:00 GMT', '2025-06-03T10:00:00Z'],
  'a status code': ['', '5.01.1', '5.1', '250 5.1.1', '3.0.0'],
  'an action': ['', 'failure', 'bounced'],
  'the name of a host': ['', 'mail.example.test', 'dns; mail', 'dns; a.test b.test', 'dns; [192.0.2.1]:25'],
  'an address with a whole domain': ['', 'alice', 'a@localhost', '<a@b.test', 'a@b.test, c@d.test', '<>'],
};

test('every field of the name is looked at, and none is required', () => {
  for (const [quality, values] of Object.entries(RIGHT) as [Plain, string[]][])
    for (const value of values) checkFieldQuality(Buffer.from(`X: ${value}\r\nY: no\r\n\r\nX: no\r\n`), 'x', quality);
  for (const [quality, values] of Object.entries(WRONG) as [Plain, string[]][])
    for (const value of values)
      assert.throws(
        () => checkFieldQuality(Buffer.from(`X: ${RIGHT[quality][0]}\r\nX: ${value}\r\n\r\n`), 'X', quality),
        { code: 'field-differs' },
        value,
      );
  checkFieldQuality(Buffer.from('Y: 1\r\n\r\n'), 'X', 'a date and time');
});

test('the fields of a report are looked at too', () => {
  const report = (action: string) =>
    Buffer.from(
      `Content-Type: multipart/report; boundary=cut\r\n\r\n--cut\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.test\r\n\r\nAction: ${action}\r\n--cut--\r\n`,
    );
  checkFieldQuality(report('failed'), 'Action', 'an action');
  assert.throws(() => checkFieldQuality(report('gone'), 'Action', 'an action'), { code: 'field-differs' });
});

test('an address has the form of the part that it stands in', () => {
  const report = (kind: string, address: string) =>
    Buffer.from(
      `Content-Type: multipart/report; boundary=cut\r\n\r\n--cut\r\nContent-Type: message/${kind}\r\n\r\nReporting-MTA: dns; a.test\r\n\r\nFinal-Recipient: ${address}\r\n--cut--\r\n`,
    );
  const check = (kind: string, address: string) =>
    checkFieldQuality(report(kind, address), 'Final-Recipient', 'an address in the form of its report');
  check('delivery-status', 'utf-8; \\x{3B4}@a.test');
  check('global-delivery-status', 'utf-8; δ@a.test');
  check('global-delivery-status', 'rfc822; a@a.test');
  assert.throws(() => check('delivery-status', 'utf-8; δ@a.test'), { code: 'field-differs' });
  assert.throws(() => check('global-delivery-status', 'utf-8; \\x{3B4}@a.test'), { code: 'field-differs' });
});
