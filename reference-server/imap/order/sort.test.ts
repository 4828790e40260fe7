import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ordered } from './ordered';
import { CRITERIA, type Criterion, sorted } from './sort';

/** Messages with many values that are the same, as a mailbox has them; the same ones each time. */
const MESSAGES = Array.from({ length: 500 }, (_, n): Ordered => {
  const subject = ['', 'B', 'A', 'a', 'AB', '\xc3\x84'][(n * 7) % 6]!;
  const head = {
    subject,
    reply: false,
    from: `${(n * 31) % 11}`,
    to: '',
    cc: '',
    sent: n,
    id: undefined,
    references: [],
  };
  return { uid: n + 1, arrival: 1e12 + ((n * 13) % 17), size: (n * 29) % 23, sent: 1e12 - ((n * 17) % 19), head };
});
const BY_PARTS: Criterion = { of: ({ uid }) => (uid % 7) / 7 };
const FAR_APART: Criterion = { of: ({ uid }) => (uid % 5) * 2 ** 50 };

function plainly(criteria: readonly Criterion[]): number[] {
  const compare = (one: Ordered, other: Ordered) => {
    for (const { of, reverse } of criteria) {
      const [a, b] = [of(one), of(other)];
      if (a !== b) return a < b === (reverse ?? false) ? 1 : -1;
    }
    return one.uid - other.uid;
  };
  return [...MESSAGES].sort(compare).map(({ uid }) => uid);
}

const { ARRIVAL, SIZE, SUBJECT, FROM, DATE } = CRITERIA as Record<string, Criterion>;
const reverse = (criterion: Criterion | undefined): Criterion => ({ ...criterion!, reverse: true });
const ORDERS: Readonly<Record<string, readonly (Criterion | undefined)[]>> = {
  'a number': [SIZE],
  'a number, reversed': [reverse(ARRIVAL)],
  'a text': [SUBJECT],
  'a text, reversed': [reverse(SUBJECT)],
  'several, some reversed': [FROM, reverse(SUBJECT), DATE],
  'numbers that are not whole': [BY_PARTS, SUBJECT],
  'numbers too far apart for one number': [FAR_APART, reverse(SIZE)],
};

for (const [name, order] of Object.entries(ORDERS)) {
  test(`sorted by ${name}`, () => {
    const criteria = order as readonly Criterion[];
    assert.deepEqual(
      sorted(MESSAGES, criteria).map(({ uid }) => uid),
      plainly(criteria),
    );
  });
}

test('nothing, and one alone', () => {
  assert.deepEqual(sorted([], [SIZE!]), []);
  assert.deepEqual(sorted(MESSAGES.slice(0, 1), [SUBJECT!]), MESSAGES.slice(0, 1));
});
