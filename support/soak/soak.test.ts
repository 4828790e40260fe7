/** Of a right server a soak finds nothing; and what it plays is made of the seed alone. */
import assert from 'node:assert';
import { test } from 'node:test';
import { openTarget } from '../targets/open';
import { type Offers, plan } from './plan';
import { shrink } from './shrink';
import { replay, soak } from './soak';
import { FLAGS, grouped, type Step } from './step';

const OFFERS: Offers = {
  uidPlus: true,
  move: true,
  idle: true,
  condstore: true,
  pop3: true,
  delivery: true,
  flags: FLAGS,
};

function first(count: number, seed: number, offers = OFFERS): Step[] {
  const steps: Step[] = [];
  for (const step of plan(seed, 3, offers)) {
    if (steps.push(step) === count) break;
  }
  return steps;
}

test('the bundled server is found right', async () => {
  const target = await openTarget({ kind: 'embedded' }, { seed: 1, wipe: false });
  try {
    const { found, noted, steps } = await soak(target, {
      seed: 3,
      sessions: 4,
      ends: () => true,
      enough: (done) => done >= 360,
    });
    assert.equal(found?.finding, undefined);
    assert.deepStrictEqual([...noted], []);
    assert.equal(steps, 360);
  } finally {
    await target.close();
  }
});

test('who came back beside others is judged by nothing that was done since', async () => {
  const m = { to: 'other', label: 'm1', flags: [] } as const;
  const store = { do: 'store', sign: '+', byUid: true, silent: false } as const;
  const steps: Step[] = [
    { session: 0, do: 'select', box: 'other' },
    { session: 1, do: 'select', box: 'other' },
    { session: 1, do: 'append', ...m, flags: [] },
    { session: 0, do: 'noop' },
    { session: 0, do: 'return', after: 'logout' },
    { session: 2, do: 'noop', together: true },
    { session: 1, ...store, labels: ['m1'], flags: ['\\Deleted'] },
    { session: 0, do: 'deliver', label: 'm2' },
  ];
  const target = await openTarget({ kind: 'embedded' }, { seed: 1, wipe: false });
  try {
    const { finding } = await replay(target, steps, { sessions: 3, ends: () => true });
    assert.equal(finding, undefined);
  } finally {
    await target.close();
  }
});

test('a seed gives the same steps, another seed others', () => {
  assert.deepStrictEqual(first(200, 5), first(200, 5));
  assert.notDeepStrictEqual(first(200, 5), first(200, 6));
});

test('every kind of step comes, and only what the target offers', () => {
  const kinds = new Set(first(1000, 1).map((step) => step.do));
  assert.equal(kinds.size, 17);
  const bare: Offers = {
    uidPlus: false,
    move: false,
    idle: false,
    condstore: false,
    pop3: false,
    delivery: false,
    flags: [],
  };
  const few = new Set(first(1000, 1, bare).map((step) => step.do));
  for (const kind of ['uid-expunge', 'move', 'idle', 'pop3', 'deliver'] as const) assert.ok(!few.has(kind), kind);
});

test('steps of different sessions run at once, a check alone', () => {
  const step = (session: number, together?: true): Step => ({ session, do: 'noop', ...(together ? { together } : {}) });
  const check: Step = { session: 3, do: 'check', together: true };
  const groups = [...grouped([step(0), step(1, true), step(0, true), step(2, true), check, step(1, true)])];
  assert.deepStrictEqual(
    groups.map((group) => group.map(({ session }) => session)),
    [[0, 1], [0, 2], [3], [1]],
  );
});

test('what is not needed for a finding is left out, and of what is needed what can be', async () => {
  const found = { kind: 'not-expunged', requirement: 'R3501-6.4.3-a', says: '', detail: [] } as const;
  const whole: Step[] = first(60, 2);
  whole.splice(20, 0, { session: 1, do: 'append', to: 'inbox', label: 'm99', flags: ['\\Seen', '\\Flagged'] });
  whole.splice(50, 0, {
    session: 2,
    do: 'store',
    labels: ['m99', 'm1'],
    sign: '+',
    flags: ['\\Deleted'],
    byUid: false,
    silent: true,
  });
  const shrunk = await shrink(
    whole,
    { ...found, detail: [] },
    {
      most: 1000,
      again: async (steps) => {
        const put = steps.findIndex((step) => step.do === 'append' && step.label === 'm99');
        const marked = steps.findIndex((step) => step.do === 'store' && step.labels.includes('m99'));
        return put >= 0 && marked > put ? { ...found, detail: [] } : undefined;
      },
    },
  );
  assert.deepStrictEqual(shrunk?.steps, [
    { session: 1, do: 'append', to: 'inbox', label: 'm99', flags: [] },
    { session: 2, do: 'store', labels: ['m99'], sign: '+', flags: ['\\Deleted'], byUid: true, silent: false },
  ]);
});

test('what never comes again is not made shorter', async () => {
  const found = { kind: 'not-expunged', requirement: 'R3501-6.4.3-a', says: '', detail: [] } as const;
  const steps = first(10, 1);
  assert.equal(await shrink(steps, { ...found, detail: [] }, { most: 50, again: async () => undefined }), undefined);
});
