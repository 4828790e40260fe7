import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLAG, type Message } from '../../store/types';
import { FlagHistory } from './flag-history';

const message = (modseq: number, flags: number, keywords: string[] = []) =>
  ({ uid: 7, modseq, flags, keywords }) as unknown as Message;
const names = (flags: number, ...keywords: string[]) => ({ flags, keywords });

test('a change is remembered by its flags and keywords', () => {
  const history = new FlagHistory();
  history.note(message(3, FLAG.seen), message(5, FLAG.seen | FLAG.flagged, ['$Label']));
  assert.equal(history.mayHaveChanged(7, names(FLAG.seen), 3), false);
  assert.equal(history.mayHaveChanged(7, names(FLAG.flagged), 3), true);
  assert.equal(history.mayHaveChanged(7, names(FLAG.flagged), 5), false);
  assert.equal(history.mayHaveChanged(7, names(0, '$label'), 4), true);
});

test('what nobody has seen may have changed everything', () => {
  const history = new FlagHistory();
  assert.equal(history.mayHaveChanged(7, names(FLAG.seen), 3), true);
  history.note(message(3, 0), message(5, FLAG.flagged));
  assert.equal(history.mayHaveChanged(7, names(FLAG.seen), 2), true);
  history.note(undefined, message(6, FLAG.flagged));
  assert.equal(history.mayHaveChanged(7, names(FLAG.seen), 5), true);
  assert.equal(history.mayHaveChanged(7, names(FLAG.seen), 6), false);
});

test('of many changes the last are remembered, and it is known from when on', () => {
  const history = new FlagHistory();
  for (let modseq = 10; modseq < 40; modseq++)
    history.note(message(modseq, modseq % 2), message(modseq + 1, (modseq + 1) % 2));
  assert.equal(history.mayHaveChanged(7, names(FLAG.draft), 20), true);
  assert.equal(history.mayHaveChanged(7, names(FLAG.draft), 30), false);
});
