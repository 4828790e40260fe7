import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PickleStep } from '@cucumber/messages';
import { isHollow, unusedNames } from './comparing';

const dialogue = (mediaType: string, ...lines: string[]): PickleStep =>
  ({
    id: '1',
    type: 'Outcome',
    text: 'the dialogue is:',
    argument: { docString: { mediaType, content: lines.join('\n') } },
    astNodeIds: [],
  }) as PickleStep;
const then = (text: string): PickleStep => ({ id: '2', type: 'Outcome', text, astNodeIds: [] }) as PickleStep;

test('a name that is bound and nowhere else is found', () => {
  const binds = dialogue('imap', 'C: a1 FETCH 1 UID', 'S* * 1 FETCH (UID ${uid:number})', 'S: a1 OK');
  assert.deepEqual(unusedNames([binds]), ['uid']);
  for (const line of [
    'C: a2 UID FETCH ${uid} FLAGS',
    'S* * 2 FETCH (UID ${uid:number})',
    'S* * 2 FETCH (UID ${*:number > uid})',
    'C: ${base64("a", uid)}',
    'S* * 1 FETCH (RFC822.SIZE ${uid.size})',
  ])
    assert.deepEqual(unusedNames([binds, dialogue('imap', line, 'S: a2 OK')]), [], line);
  assert.deepEqual(unusedNames([dialogue('imap', 'S* * 1 FETCH (UID ${*:number})', 'S: a1 OK')]), []);
  assert.deepEqual(unusedNames([dialogue('imap', 'S* * 1 FETCH (UID ${uid:number > 5})', 'S: a1 OK')]), []);
});

test('a scenario that nothing could turn red is hollow', () => {
  for (const steps of [
    [then('the reply is xxx')],
    [dialogue('smtp', 'C: NOOP', 'S: 250/4xx/5xx')],
    [dialogue('smtp', 'C: VRFY a', 'S? 4xx/5xx', 'S: 250', 'S* ${*}')],
    [dialogue('pop3', 'C: LAST', 'S: +OK/-ERR')],
    [dialogue('imap', 'C: a1 CHECK', 'S: a1 OK/NO/BAD'), then('the reply is xxx')],
  ])
    assert.equal(isHollow(steps), true, JSON.stringify(steps));
});

test('one that something could turn red is not', () => {
  for (const steps of [
    [then('the reply is 252/4xx/5xx')],
    [dialogue('smtp', 'C: NOOP', 'S: 250')],
    [dialogue('smtp', 'C: NOOP', 'S? 4xx/5xx', 'S: 250', 'S! TURN')],
    [dialogue('smtp', 'C: NOOP', 'S: xxx'), then('bob receives the message')],
    [dialogue('smtp', 'C: NOOP', 'S: xxx', 'C: ${alive}')],
    [dialogue('imap', 'C: a1 CHECK', 'S: a1 OK/NO')],
    [dialogue('imap', 'C: a1 CHECK', 'S* * 1 EXISTS', 'S: a1 OK/NO/BAD')],
    [dialogue('pop3', 'C: LAST', 'S: ${closed}')],
  ])
    assert.equal(isHollow(steps), false, JSON.stringify(steps));
});
