import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letPass, spanOf } from './time-passes';

const staged = (timing: object) => {
  const passed: number[] = [];
  const target = { timing, pass: async (milliseconds: number) => void passed.push(milliseconds) };
  return { passed, stage: { target } as never };
};

describe('time', () => {
  it('passes for the target, and a second more', async () => {
    const { passed, stage } = staged({ greylistingEnds: 5_000 });
    await letPass(stage, 'greylisting-ends');
    assert.deepEqual(passed, [6_000]);
  });

  it('passes by the minute, and is not yet over', async () => {
    const { passed, stage } = staged({});
    await letPass(stage, spanOf('nearly 5 minutes'));
    assert.deepEqual(passed, [290_000]);
    assert.equal(spanOf('the time of rate'), 'rate');
  });

  it('that nobody has named does not pass', async () => {
    const { passed, stage } = staged({});
    await assert.rejects(letPass(stage, 'rate'), { code: 'no-timing' });
    await assert.rejects(letPass(stage, 'tea'), /no time of a target file/);
    assert.deepEqual(passed, []);
  });
});
