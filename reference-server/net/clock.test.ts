import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { movableClock } from './clock';

describe('a clock that can be moved', () => {
  it('calls back what falls due, in order and each at its own time', () => {
    const clock = movableClock();
    const start = clock.now();
    const called: Array<[name: string, seconds: number]> = [];
    const note = (name: string) => () => void called.push([name, Math.round((clock.now() - start) / 1000)]);
    clock.after(20_000, note('late'));
    clock.after(10_000, () => {
      note('early')();
      clock.after(5_000, note('between'));
    });
    clock.after(30_000, note('never'))();
    clock.advance(60_000);
    assert.deepEqual(called, [
      ['early', 10],
      ['between', 15],
      ['late', 20],
    ]);
    assert.equal(Math.round((clock.now() - start) / 1000), 60);
  });

  it('goes by itself, for timers that were set before it was moved too', async () => {
    const clock = movableClock();
    let called = 0;
    clock.after(1_030, () => called++);
    clock.advance(1_000);
    clock.after(20, () => called++);
    assert.equal(called, 0);
    await wait(60);
    assert.equal(called, 2);
    clock.advance(10_000);
    assert.equal(called, 2);
  });
});
