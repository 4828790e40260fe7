import assert from 'node:assert';
import { test } from 'node:test';
import type { QueuedView, QueueView } from '../../support/targets/embedded';
import { hastenedLines, listLines, removedLine, whyLines } from './words';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 29, 12);
const bob: QueuedView = {
  address: 'bob@other.test',
  state: 'waiting',
  attempts: 3,
  destination: 'other.test',
  hold: now + 2 * HOUR,
  due: now + 2 * HOUR,
  news: 'mx said: 451 not \x1b[1mnow',
  tried: now - HOUR,
};
const done: QueuedView = { ...bob, address: 'eve@there.test', state: 'delivered', due: undefined, hold: undefined };
const fresh: QueuedView = { ...done, address: 'joe@new.test', state: 'waiting', attempts: 0, due: now, news: '' };
const message: QueueView = {
  id: '5f2c-1',
  from: '',
  arrived: now - 26 * HOUR,
  size: 1234,
  end: now + 94 * HOUR,
  recipients: [bob, { ...done, news: 'taken' }, { ...fresh, tried: undefined }],
};

test('the list has a line for each message and each recipient', () => {
  assert.deepEqual(listLines([message], now), [
    'ID          AGE  SIZE  SENDER',
    '5f2c-1  1 d 2 h  1 kB  <>',
    '    bob@other.test  tried 3 times, again in 2 h: mx said: 451 not \\u{1b}[1mnow',
    '    eve@there.test  delivered: taken',
    '    joe@new.test  not tried yet, now',
    '',
    '1 message for 2 recipients, 1 kB',
  ]);
});

test('why tells the last word, the next attempt, the end, and what holds the destination', () => {
  assert.deepEqual(whyLines({ ...message, recipients: [bob] }, now), [
    '5f2c-1 from <>, 1 kB',
    '  came      2026-11-28 10:00:00Z, 1 d 2 h ago',
    '  given up  2026-12-03 10:00:00Z, in 3 d 22 h',
    '',
    '  bob@other.test',
    '    state   tried 3 times, again in 2 h',
    '    for     other.test',
    '    last    2026-11-29 11:00:00Z, 1 h ago: mx said: 451 not \\u{1b}[1mnow',
    '    next    2026-11-29 14:00:00Z, in 2 h',
    '    hold    nobody could be reached: all that waits for it is left alone until 2026-11-29 14:00:00Z, in 2 h',
  ]);
});

test('what was done is said, and when it takes effect', () => {
  const destinations = [{ name: 'other.test', messages: 2 }];
  assert.deepEqual(hastenedLines({ destinations, when: 'now' }), ['other.test: 2 messages', 'It is tried now.']);
  assert.match(hastenedLines({ destinations, when: 'never' })[1]!, /start it with --relay-dns/);
  assert.deepEqual(hastenedLines({ destinations: [], when: 'now' }), ['Nothing waits.']);
  assert.equal(
    removedLine('5f2c-1', { from: 'ann@example.test', recipients: ['bob@other.test'], underWay: true }),
    '5f2c-1 from ann@example.test for bob@other.test is removed; it was being tried, and may have arrived. Its sender hears nothing.',
  );
});
