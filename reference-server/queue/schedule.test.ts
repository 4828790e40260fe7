import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { later } from '../relay/outcome';
import { DEAD, DONE, queueStage } from '../testing/queue-stage';

const BUSY = later('4.2.0', 'busy');
const HOUR = 60;
const DAY = 24 * HOUR;

/** RFC 5321 §4.5.4.1: two attempts in the first hour, then one every two or three. */
const MINUTES = [0, 30, ...Array.from({ length: 48 }, (_, i) => 60 + 150 * i)];

describe('a message that nobody takes', () => {
  for (const [what, outcome, minutes] of [
    ['because its host is busy', BUSY, [...MINUTES, 5 * DAY]],
    ['because its destination cannot be reached', DEAD, MINUTES],
  ] as const) {
    it(`${what} is tried, told of after four hours and given up after five days, to the minute`, async () => {
      const stage = await queueStage({ attempt: () => outcome });
      stage.send('m', 'bob@other.test');
      await stage.pass(5 * DAY + 1);
      assert.deepEqual(
        stage.attempts.map(({ minute }) => minute),
        minutes,
      );
      assert.deepEqual(stage.told(), ['240 delayed', '7200 failed']);
      assert.deepEqual(stage.queue.view(), []);
    });
  }

  it('is told of as often as that is asked for, and given up when it is', async () => {
    const stage = await queueStage({
      attempt: () => BUSY,
      retries: { giveUp: DAY * 60_000, delayNotice: [HOUR * 60_000, 7 * 60_000] },
    });
    stage.send('m', 'bob@other.test');
    await stage.pass(2 * DAY);
    assert.deepEqual(stage.told(), ['7 delayed', '60 delayed', '1440 failed']);
  });

  it('is told of to those only who want to know', async () => {
    const stage = await queueStage({ attempt: () => BUSY, retries: { giveUp: DAY * 60_000 } });
    stage.send('a', 'a@other.test', undefined, ['NEVER']);
    stage.send('b', 'b@other.test', undefined, ['FAILURE']);
    await stage.pass(10);
    stage.send('c', 'c@other.test', undefined, ['DELAY']);
    stage.send('d', 'd@other.test', '');
    await stage.pass(DAY + 10);
    assert.deepEqual(stage.told(), ['250 delayed', '1440 failed']);
    assert.deepEqual(stage.queue.view(), []);
  });

  it('is not told of once it was taken', async () => {
    const stage = await queueStage({ attempt: (_, minute) => (minute < 60 ? BUSY : DONE) });
    stage.send('m', 'bob@other.test');
    await stage.pass(DAY);
    assert.equal(stage.attempts.length, 3);
    assert.deepEqual(stage.told(), []);
  });

  it('has one more attempt where the server was down when its time was over', async () => {
    const stage = await queueStage({ attempt: (_, minute) => (minute < DAY ? BUSY : DONE) });
    stage.send('m', 'bob@other.test');
    await stage.pass(1);
    await stage.queue.stop();
    stage.clock.advance(6 * DAY * 60_000);
    await stage.again();
    await stage.pass(1);
    assert.equal(stage.attempts.length, 2);
    assert.deepEqual(stage.told(), []);
    assert.deepEqual(stage.queue.view(), []);
  });
});

describe('a destination that cannot be reached', () => {
  it('is left alone as a whole, and asked by one message whether it is back', async () => {
    let back = false;
    const stage = await queueStage({ attempt: () => (back ? DONE : DEAD), connections: 3 });
    for (let i = 0; i < 20; i++) stage.send(`m${i}`, `bob${i}@dead.test`);
    await stage.pass(29);
    assert.equal(stage.attempts.length, 3);
    stage.send('late', 'bob@dead.test');
    await stage.pass(30);
    assert.equal(stage.attempts.length, 4);
    back = true;
    await stage.pass(1);
    assert.equal(stage.attempts.filter(({ minute }) => minute === 60).length, 21);
    assert.deepEqual(stage.queue.view(), []);
  });

  it('is left alone over a restart too', async () => {
    const stage = await queueStage({ attempt: () => DEAD });
    stage.send('m', 'bob@dead.test');
    await stage.pass(10);
    await stage.again();
    stage.send('n', 'bob@dead.test');
    await stage.pass(19);
    assert.equal(stage.attempts.length, 1);
    await stage.pass(1);
    assert.equal(stage.attempts.length, 2);
  });

  it('has each of its messages given up in its own time, those too that were never tried', async () => {
    const stage = await queueStage({ attempt: () => DEAD, retries: { giveUp: DAY * 60_000 } });
    for (let i = 0; i < 8; i++) {
      stage.send(`m${i}`, `bob@dead.test`);
      await stage.pass(7);
    }
    await stage.pass(DAY);
    const failed = stage.told().filter((line) => line.endsWith('failed'));
    assert.deepEqual(
      failed,
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => `${DAY + 7 * i} failed`),
    );
    assert.deepEqual(stage.queue.view(), []);
  });

  it('holds up nobody else', async () => {
    const stage = await queueStage({ attempt: ({ name }) => (name === 'new' ? DONE : new Promise(() => {})) });
    for (let domain = 0; domain < 30; domain++)
      for (let i = 0; i < 3; i++) stage.send(`${domain}-${i}`, `bob@dead${domain}.test`);
    await stage.pass(1);
    stage.send('new', 'bob@other.test');
    await stage.pass(0);
    assert.ok(stage.attempts.some(({ name }) => name === 'new'));
  });
});

describe('a busy destination', () => {
  it('has its messages in the order in which they came, a few at once', async () => {
    let now = 0;
    let most = 0;
    const stage = await queueStage({
      connections: 2,
      attempt: async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
        return DONE;
      },
    });
    for (let i = 0; i < 130; i++) stage.send(`m${i}`, `bob@other.test`);
    while (stage.queue.view().length > 0) await stage.pass(0);
    assert.equal(most, 2);
    assert.deepEqual(
      stage.attempts.map(({ name }) => name),
      Array.from({ length: 130 }, (_, i) => `m${i}`),
    );
  });

  it('has its messages again that could not be read, a little later', async () => {
    const stage = await queueStage({
      attempt: ({ name }, minute) => {
        if (name === 'bad' && minute < 2) throw new Error('for once');
        return DONE;
      },
    });
    stage.send('bad', 'bob@other.test');
    stage.send('good', 'bob@other.test');
    await stage.pass(3);
    assert.deepEqual(stage.queue.view(), []);
    assert.ok(stage.attempts.length < 10, `${stage.attempts.length} attempts`);
  });
});
