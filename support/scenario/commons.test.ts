import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../dialogue/session';
import { Blocked, TargetError } from '../outcome';
import type { Target } from '../targets/target';
import { TargetCommons } from './commons';
import type { Spoken } from './ladders';

const session = { protocol: 'pop3' } as Session;

/** A stage on a target, on which the trial ends so; counts the trials. */
function stage(target: Target, open: () => Promise<void>, trial: () => Promise<void>) {
  const counted = {
    target,
    trials: 0,
    leaveAll: async () => undefined,
    spokenAs: (protocol: Spoken) => protocol,
    aside: async (_start: unknown, _number: number, act: () => Promise<unknown>) => {
      counted.trials++;
      await open();
      await act();
    },
    bringAbout: trial,
  };
  return counted;
}

const fine = async () => undefined;
const broken = async () => {
  throw new Blocked('status-differs', 'NOOP: +OK was expected, -ERR came', undefined, 'R1939-5-k');
};

test('a command that fails by itself is found once for all scenarios on a target', async () => {
  const first = stage({} as Target, fine, broken);
  const fault = await new TargetCommons(first).find('alive', session);
  assert.equal(fault?.requirement, 'R1939-5-k');
  assert.match(fault.reason, /-ERR came; here it only had to show that the session goes on/);
  const next = stage(first.target, fine, broken);
  assert.equal(new TargetCommons(next).known('alive', session), fault);
  assert.equal(await new TargetCommons(next).find('alive', session), fault);
  assert.equal(next.trials, 0);
  assert.equal(new TargetCommons(next).known('end', session), undefined);
});

test('a command that works leaves the scenario its verdict', async () => {
  assert.equal(await new TargetCommons(stage({} as Target, fine, fine)).find('alive', session), undefined);
});

test('a target that cannot be asked is asked again', async () => {
  const away = stage(
    {} as Target,
    async () => {
      throw new TargetError('connection-refused', 'nobody there');
    },
    fine,
  );
  const commons = new TargetCommons(away);
  assert.equal(await commons.find('alive', session), undefined);
  assert.equal(await commons.find('alive', session), undefined);
  assert.equal(away.trials, 2);
});
