import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { nextHop } from '../testing/next-hop';
import { ALICE, stage } from '../testing/relay-stage';
import { until } from '../testing/until';

const HALF_AN_HOUR = 30 * 60_000;

it('the log has the story of each message, a line an event', () => {
  const lines: string[] = [];
  let times = 0;
  const hop: Parameters<typeof nextHop>[0] = {
    onRcptTo: ({ address }, _, done) => {
      const code = address.startsWith('no') ? 550 : ++times === 1 ? 451 : undefined;
      done(code === undefined ? null : Object.assign(new Error('Because'), { responseCode: code }));
    },
  };
  return stage({ hop, log: (line) => lines.push(line) }, async ({ server, clock, send }) => {
    await send('bob@other.test', 'no@other.test', ALICE);
    await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
    clock.advance(HALF_AN_HOUR + 1);
    await until(() => server.queue().length === 0);
    const [, id = ''] = /mail: (\S+) accepted/.exec(lines.join('\n')) ?? [];
    const story = lines.filter((line) => line.includes(id));
    const events = [
      /^mail: \S+ accepted from <alice@example\.test> for <bob@other\.test>, <no@other\.test>, <alice@example\.test>$/,
      /^mail: \S+ delivered to <alice@example\.test>: the mailbox of alice@example\.test$/,
      /^mail: \S+ tried at other\.test for <bob@other\.test>, <no@other\.test>$/,
      /^mail: \S+ deferred for <bob@other\.test> until 20\S+Z: mx\.other\.test said: 451 Because$/,
      /^mail: \S+ given up for <no@other\.test>: mx\.other\.test said: 550 Because$/,
      /^mail: \S+ delivered to <alice@example\.test>, a report on \S+$/,
      /^mail: \S+ tried at other\.test for <bob@other\.test>$/,
      /^mail: \S+ delivered to <bob@other\.test>: mx\.other\.test said: 250 /,
    ];
    for (const [i, event] of events.entries()) assert.match(story[i] ?? '', event);
    assert.equal(story.length, events.length);
  });
});
