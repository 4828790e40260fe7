import assert from 'node:assert';
import { test } from 'node:test';
import { counted, moment, octets, span, visible } from './units';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

test('a span is told by its two largest units', () => {
  const spans = [0, 400, 45 * SECOND, MINUTE, 61 * SECOND, 90 * MINUTE, 2 * HOUR, DAY + 5 * MINUTE, 5 * DAY - 1, -5];
  assert.deepEqual(spans.map(span), ['0 s', '0 s', '45 s', '1 min', '1 min', '1 h 30 min', '2 h', '1 d', '5 d', '0 s']);
});

test('a moment is told in UTC, and how far it is away', () => {
  const now = Date.UTC(2026, 10, 29, 7, 10, 0, 5);
  assert.equal(moment(now + 25 * MINUTE, now), '2026-11-29 07:35:00Z, in 25 min');
  assert.equal(moment(now - 2 * HOUR, now), '2026-11-29 05:10:00Z, 2 h ago');
});

test('octets are told as far as they count', () => {
  assert.deepEqual([0, 999, 1499, 999_499, 999_500].map(octets), ['0 B', '999 B', '1 kB', '999 kB', '1.0 MB']);
  assert.deepEqual([counted(1, 'message'), counted(0, 'message')], ['1 message', '0 messages']);
});

test('what others said steers no terminal', () => {
  assert.equal(visible('übel \x1b[31m\r\n\u202e'), 'übel \\u{1b}[31m\\u{d}\\u{a}\\u{202e}');
});
