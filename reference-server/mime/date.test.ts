import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate, sentTime } from './date';

const iso = (value: string) => {
  const date = parseDate(value);
  return date && new Date(date.time).toISOString();
};

test('a date-time in its modern form', () => {
  assert.equal(iso('Fri, 21 Nov 1997 09:55:06 -0600'), '1997-11-21T15:55:06.000Z');
  assert.equal(iso('21 Nov 1997 09:55 +0000'), '1997-11-21T09:55:00.000Z');
});

test('obsolete years, zones, spaces and comments', () => {
  assert.equal(iso('21 Nov 97 09:55:06 GMT'), '1997-11-21T09:55:06.000Z');
  assert.equal(iso('21 Nov 105 09:55:06 EST'), '2005-11-21T14:55:06.000Z');
  assert.equal(iso('Thu,\t13 (a (nested\\)) day) Feb 1969 23 : 32 (x) -0330 (NST)'), '1969-02-14T03:02:00.000Z');
});

test('the day is the one written, whatever the zone', () => {
  const day = Date.UTC(2024, 1, 29) / 86_400_000;
  assert.equal(parseDate('Thu, 29 Feb 2024 23:59:59 -1200')?.day, day);
  assert.equal(parseDate('Thu, 29 Feb 2024 00:00:00 +1400')?.day, day);
});

test('what is no date, or no day of the calendar, is null', () => {
  for (const value of [
    '',
    'yesterday',
    '30 Feb 2024 00:00:00 +0000',
    '1 Xxx 2024 00:00 +0000',
    '1 Jan 2024 25:00 +0000',
    '2 Jan 99999999999999999999 12:34 +0000',
  ]) {
    assert.equal(parseDate(value), null, value);
  }
});

test('hostile values end at once', () => {
  assert.equal(parseDate('('.repeat(50_000)), null);
  assert.equal(parseDate(`Mon${' '.repeat(50_000)}x`), null);
});

test('the time of sending: a clock that there is not is midnight, a zone that there is not is UTC', () => {
  const at = (value: string) => {
    const time = sentTime(value);
    return time === undefined ? undefined : new Date(time).toISOString();
  };
  assert.equal(at('31 Dec 2000 16:01:33 -0800'), '2001-01-01T00:01:33.000Z');
  assert.equal(at('31 Dec 2000 16:01:33 +9900'), '2000-12-31T16:01:33.000Z');
  assert.equal(at('31 Dec 2000 16:01:33 XYZ'), '2000-12-31T16:01:33.000Z');
  assert.equal(at('Sun, 31 Dec 2000 25:00:00 +0100'), '2000-12-31T00:00:00.000Z');
  assert.equal(at('30 Feb 2000 12:00 +0000'), undefined);
  assert.equal(at('yesterday'), undefined);
});
