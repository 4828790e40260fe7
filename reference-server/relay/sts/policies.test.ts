import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { movableClock } from '../../net/clock';
import { StsPolicies } from './policies';

const DAY = 86_400_000;
const textOf = (mx: string) => `version: STSv1\nmode: enforce\nmx: ${mx}\nmax_age: 172800\n`;

/** A domain whose record and policy a test changes. */
function domain() {
  const said = { id: '1' as string | undefined, text: textOf('a.test') as string | undefined, fetched: 0 };
  const clock = movableClock();
  const policies = new StsPolicies({
    names: {
      txt: async () => ({
        kind: 'answered',
        secure: false,
        name: '',
        records: said.id ? [`v=STSv1; id=${said.id}`] : [],
      }),
    },
    fetcher: {
      async fetch() {
        said.fetched++;
        if (said.text === undefined) throw new Error('gone');
        return said.text;
      },
    },
    clock,
    log: () => {},
  });
  return { said, clock, mx: async () => (await policies.of('example.test'))?.mx };
}

describe('the policy of a domain', () => {
  it('is fetched once, and again when its record says another', async () => {
    const { said, mx } = domain();
    assert.deepEqual(await mx(), ['a.test']);
    assert.deepEqual(await mx(), ['a.test']);
    assert.equal(said.fetched, 1);
    Object.assign(said, { id: '2', text: textOf('b.test') });
    assert.deepEqual(await mx(), ['b.test']);
  });

  it('holds for as long as it says where neither record nor policy is to be had', async () => {
    const { said, clock, mx } = domain();
    await mx();
    Object.assign(said, { id: undefined, text: undefined });
    assert.deepEqual(await mx(), ['a.test']);
    // Real time passes on top of it.
    clock.advance(2 * DAY - 60_000);
    assert.deepEqual(await mx(), ['a.test']);
    clock.advance(60_001);
    assert.equal(await mx(), undefined);
  });

  it('is fetched again after a day, and after a failure no sooner than in five minutes', async () => {
    const { said, clock, mx } = domain();
    await mx();
    said.text = undefined;
    clock.advance(DAY);
    await mx();
    await mx();
    assert.equal(said.fetched, 2);
    clock.advance(5 * 60_000);
    await mx();
    assert.equal(said.fetched, 3);
  });

  it('is none where there is no record', async () => {
    const { said, mx } = domain();
    said.id = undefined;
    assert.equal(await mx(), undefined);
    assert.equal(said.fetched, 0);
  });
});
