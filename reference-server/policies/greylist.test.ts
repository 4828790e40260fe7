import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { movableClock } from '../net/clock';
import { Greylist, type GreylistOptions } from './greylist';
import { Rate } from './rate';

const visit = (sender: string, address = '192.0.2.1') => ({
  address,
  helo: '',
  reversePath: { local: sender, domain: 'a.test', text: `${sender}@a.test` },
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function listed(options: GreylistOptions = {}) {
  const clock = movableClock();
  const list = new Greylist(clock, options);
  const code = (sender: string, address?: string) => list.refusal(visit(sender, address), 'b@b.test')?.code;
  return { clock, code };
}

describe('greylisting', () => {
  it('puts off a first attempt, and one that comes too soon, from the network as from the address', () => {
    const { clock, code } = listed();
    assert.equal(code('x'), 450);
    clock.advance(MINUTE - 10_000);
    assert.equal(code('x'), 450);
    clock.advance(10_000);
    assert.equal(code('x', '192.0.2.9'), undefined);
  });

  it('knows the client from then on, or only the sender', () => {
    for (const [clients, other] of [
      [true, undefined],
      [false, 450],
    ] as const) {
      const { clock, code } = listed({ clients });
      code('x');
      clock.advance(MINUTE);
      assert.equal(code('x'), undefined);
      assert.equal(code('y'), other);
      clock.advance(37 * DAY);
      assert.equal(code('x'), 450);
    }
  });

  it('begins anew after a day', () => {
    const { clock, code } = listed();
    code('x');
    clock.advance(DAY + 1);
    assert.equal(code('x'), 450);
  });
});

describe('a rate', () => {
  it('puts off who is too fast, until time has passed, and nobody else', () => {
    const clock = movableClock();
    const rate = new Rate(clock, { messages: 2, within: MINUTE });
    const codes = (address: string) => rate.refusal({ address })?.code;
    assert.deepEqual([codes('a'), codes('a'), codes('a'), codes('b')], [undefined, undefined, 450, undefined]);
    clock.advance(MINUTE);
    assert.equal(codes('a'), undefined);
  });
});
