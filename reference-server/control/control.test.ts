/** The queue, looked at and worked on from beside: of a server that runs, and of one that is stopped. */

import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Hastened, QueuePage, Removed } from '../queue/desk';
import { openStore } from '../store/store';
import { folder, fresh, left, listed, on, running } from '../testing/control-stage';
import { stage } from '../testing/relay-stage';
import { until } from '../testing/until';

describe('the queue of a server that runs', () => {
  it('is listed, with what waits and why', () =>
    running(async ({ data, server, send }) => {
      await send('bob@other.test', 'eve@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      const [message] = await listed(data);
      assert.deepEqual(message, JSON.parse(JSON.stringify(server.queue()[0])));
      assert.match(message!.recipients[1]!.news, / said: 451 /);
      assert.ok(message!.size > 50 && message!.recipients[0]!.tried! >= message!.arrived);
      const why = await on(data, (desk) => desk.why(message!.id));
      assert.deepEqual(why?.messages, [message]);
    }));

  for (const what of ['its id', 'Other.Test', undefined])
    it(`is tried now: ${what ?? 'all'}`, () =>
      running(async ({ data, server, send, hop, door }) => {
        await send('bob@other.test');
        await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
        door.open = true;
        const said = await on(data, (desk) => desk.retry(what === 'its id' ? server.queue()[0]!.id : what));
        assert.deepEqual(said, { destinations: [{ name: 'other.test', messages: 1 }], when: 'now' });
        await until(() => hop.received.length === 1);
      }));

  it('calls a host at once that could not be reached', async () => {
    const data = fresh();
    const names = { 'other.test': { mx: ['10 mx.other.test'] }, 'mx.other.test': { a: ['127.0.0.77'] } };
    await stage({ data, control: true, names }, async ({ server, send }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.hold !== undefined);
      // It waits longer than what is to be tried.
      await send('eve@other.test');
      const times = () => server.queue().map(({ recipients }) => recipients[0]?.attempts);
      assert.deepEqual(times(), [1, 0]);
      await on(data, (desk) => desk.retry(server.queue()[0]!.id));
      await until(() => times()[0] === 2);
      assert.deepEqual(times(), [2, 0]);
    });
  });

  it('loses what is removed, and the story says so', () =>
    running(async ({ data, server, send, log }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      const { id } = server.queue()[0]!;
      const said = (await on(data, (desk) => desk.remove(id))) as Removed;
      assert.deepEqual(said, { from: 'alice@example.test', recipients: ['bob@other.test'], underWay: false });
      assert.deepEqual(server.queue(), []);
      assert.equal(server.inbox('alice@example.test').length, 0);
      assert.ok(log.includes(`mail: ${id} removed by hand for <bob@other.test>`));
    }));

  it('says of what is removed that an attempt is going on', () => {
    let proceed = () => {};
    const data = fresh();
    const hop = {
      onMailFrom: (_: unknown, __: unknown, done: () => void) => {
        proceed = done;
      },
    };
    return stage({ data, control: true, hop }, async ({ server, send, hop: { received } }) => {
      const none = proceed;
      await send('bob@other.test');
      await until(() => proceed !== none);
      const said = await on(data, (desk) => desk.remove(server.queue()[0]!.id));
      assert.equal(said?.underWay, true);
      proceed();
      await until(() => received.length === 1);
      assert.deepEqual(server.queue(), []);
    });
  });

  it('knows when an id or a destination is not there', () =>
    running(async ({ data }) => {
      for (const ask of ['why', 'retry', 'remove'] as const)
        assert.equal(await on<unknown>(data, (desk) => desk[ask]('none')), undefined);
    }));

  it('keeps its socket over a restart, and for the owner alone', () =>
    running(async ({ data, server }) => {
      assert.equal(statSync(`${data}-control`).mode & 0o777, 0o600);
      await server.restart();
      await server.kill();
      assert.deepEqual(await listed(data), []);
    }));

  it('is not asked for where no server hands anything on, and can be seen all the same', async () => {
    const data = await left();
    const log: string[] = [];
    await stage({ data, control: true, without: true, log: (line) => void log.push(line) }, async () => {
      assert.match(log[0]!, /^queue: 2 messages wait for other servers, and this server hands nothing on/);
      const said = (await on(data, (desk) => desk.retry())) as Hastened;
      assert.equal(said.when, 'never');
      assert.equal((await listed(data)).length, 2);
    });
  });

  it('is not touched without a socket', () => {
    const data = fresh();
    return stage({ data }, async () => {
      await assert.rejects(listed(data), { name: 'ControlError', code: 'unreachable', message: /stop it/ });
    });
  });
});

describe('the queue of a server that is stopped', () => {
  it('has left no socket, and is listed from the file', async () => {
    const data = await left();
    assert.ok(!existsSync(`${data}-control`));
    assert.equal((await listed(data)).length, 2);
  });

  it('tries after its start what was to be tried', async () => {
    const data = await left();
    const said = await on(data, async (desk) => await desk.retry((await desk.list(0)).messages[1]!.id));
    assert.equal(said?.when, 'at the next start');
    await running(async ({ server, hop, door }) => {
      door.open = true;
      await until(() => hop.received.length === 1);
      assert.deepEqual(hop.received[0]!.to, ['eve@other.test']);
      await until(() => server.queue().length === 1);
    }, data);
  });

  it('loses what is removed, and the story says so', async () => {
    const data = await left();
    const log: string[] = [];
    const [first] = await listed(data);
    await on(data, (desk) => desk.remove(first!.id), log);
    assert.deepEqual(log, [`mail: ${first!.id} removed by hand for <bob@other.test>`]);
    assert.deepEqual(
      (await listed(data)).map(({ recipients }) => recipients[0]?.address),
      ['eve@other.test'],
    );
  });

  it('is listed a page at a time', async () => {
    const data = fresh();
    const store = openStore({ file: data, now: Date.now });
    const envelope = JSON.stringify({ reversePath: { text: '' } });
    store.transaction(() => {
      for (let i = 0; i < 201; i++)
        store.queue.add({ name: `m${i}`, envelope, arrived: 0, content: Buffer.from('x'), recipients: [] });
    });
    store.close();
    const pages = await on(data, async (desk) => {
      const first: QueuePage = await desk.list(0);
      return [first, await desk.list(first.next!)];
    });
    assert.deepEqual(
      pages.map(({ messages, next }) => [messages.length, next]),
      [
        [200, 200],
        [1, undefined],
      ],
    );
  });

  it('is not made where there is none', async () => {
    await assert.rejects(listed(join(folder, 'none')), { code: 'no-mail' });
    assert.ok(!existsSync(join(folder, 'none')));
  });

  it('waits for one that ends, and for one that starts', async () => {
    const data = await left();
    const store = openStore({ file: data, now: Date.now });
    setTimeout(() => store.close(), 120);
    assert.equal((await listed(data)).length, 2);
  });
});
