import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../refusal';
import { Arguments } from './arguments';
import { dayOf, formatDateTime, readDate, readDateTime } from './dates';

const args = (text: string) => new Arguments({ segments: [text], literals: [] });
const HOUR = 3_600_000;

test('a date is a day, quoted or not', () => {
  const day = Date.UTC(2024, 1, 29) / (24 * HOUR);
  assert.equal(readDate(args('29-Feb-2024')), day);
  assert.equal(readDate(args('"29-fEB-2024"')), day);
  assert.equal(readDate(args('1-Jan-1970')), 0);
  for (const text of ['30-Feb-2024', '0-Jan-2024', '1-Foo-2024', '1-Jan-24', '"1-Jan-2024', '1 Jan 2024']) {
    assert.throws(() => readDate(args(text)), Refusal, text);
  }
});

test('a date-time comes back as it was given', () => {
  for (const text of ['" 1-Jan-2024 01:02:03 +0200"', '"17-Jul-1996 02:44:25 -0730"', '"31-Dec-1999 23:59:59 +0000"']) {
    const { time, zone } = readDateTime(args(text));
    assert.equal(formatDateTime(time, zone), text);
  }
  for (const text of ['"1-Jan-2024 01:02:03 +0200"', '"01-Jan-2024 24:02:03 +0200"', '"31-Jun-2024 01:02:03 +0200"']) {
    assert.throws(() => readDateTime(args(text)), Refusal, text);
  }
});

test('a moment belongs to the day of its own zone', () => {
  const { time, zone } = readDateTime(args('"01-Jan-2024 00:30:00 +0200"'));
  assert.equal(dayOf(time, zone), Date.UTC(2024, 0, 1) / (24 * HOUR));
  assert.equal(dayOf(time, 0), Date.UTC(2023, 11, 31) / (24 * HOUR));
});
