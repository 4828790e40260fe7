import assert from 'node:assert';
import { test } from 'node:test';
import { checkFieldQuality, type FieldQuality } from './field-quality';

const RIGHT: Record<FieldQuality, string[]> = {
  'a date and time': ['Tue, 3 Jun 2025 10:00:00 +0000', '03 Jun 2025 10:00 -0130 (at noon)'],
  'a message identifier': ['<a.b@c>', '<"a b"@[192.0.2.1]>', ' <1@mail.example.test> (made here)'],
  'an address with a whole domain': ['a@b.test', '<a@b.test>', '"A, B" <a.b@c.test>', 'A (x) <a@[192.0.2.1]>'],
};

const WRONG: Record<FieldQuality, string[]> = {
  'a date and time': ['', '2025-06-03', 'Tue, 3 Jun 25 10:00:00 GMT', '1748944800'],
  'a message identifier': ['', 'a@b', '<a>', '<a@b@c>', '<a b@c>', '<a@b> <c@d>'],
  'an address with a whole domain': ['', 'alice', 'a@localhost', '<a@b.test', 'a@b.test, c@d.test', '<>'],
};

test('every field of the name is looked at, and none is required', () => {
  for (const [quality, values] of Object.entries(RIGHT) as [FieldQuality, string[]][])
    for (const value of values) checkFieldQuality(Buffer.from(`X: ${value}\r\nY: no\r\n\r\nX: no\r\n`), 'x', quality);
  for (const [quality, values] of Object.entries(WRONG) as [FieldQuality, string[]][])
    for (const value of values)
      assert.throws(
        () => checkFieldQuality(Buffer.from(`X: ${RIGHT[quality][0]}\r\nX: ${value}\r\n\r\n`), 'X', quality),
        { code: 'field-differs' },
        value,
      );
  checkFieldQuality(Buffer.from('Y: 1\r\n\r\n'), 'X', 'a date and time');
});
