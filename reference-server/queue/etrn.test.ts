import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { nextHop } from '../testing/next-hop';
import { stage } from '../testing/relay-stage';
import { talk } from '../testing/talk';
import { until } from '../testing/until';

const NAMES = {
  'other.test': { mx: ['10 mx.other.test'] },
  'below.other.test': { mx: ['10 mx.other.test'] },
  'mx.other.test': { a: ['127.0.0.1'] },
};

/** The other server puts off everything one time. */
const once = (): Parameters<typeof nextHop>[0] => {
  const seen = new Set<string>();
  return {
    onRcptTo: ({ address }, _, done) => {
      const known = seen.has(address);
      seen.add(address);
      done(known ? null : Object.assign(new Error('later'), { responseCode: 451 }));
    },
  };
};

describe('ETRN', () => {
  const asking = (node: string, said: RegExp, received: number) =>
    stage({ names: NAMES, hop: once() }, async ({ server, hop, send }) => {
      await send('bob@other.test');
      await send('bob@below.other.test');
      await until(() => server.queue().every(({ recipients }) => recipients[0]?.attempts === 1));
      assert.match(await talk(server.ports.smtp!, 'EHLO x', `ETRN ${node}`, 'QUIT'), said);
      await until(() => hop.received.length === received);
      await until(() => server.queue().length === 2 - received);
    });

  it('has what waits for a domain tried now', () => asking('OTHER.test', /\r\n253 2\.0\.0 1 pending/, 1));
  it('has what waits for a domain and all below it tried now', () => asking('@other.test', /\r\n253 2\.0\.0 2 /, 2));
  it('says that nothing waits', () => asking('nobody.test', /\r\n251 2\.0\.0 /, 0));
  it('knows no queues by name', () => asking('#uucp', /\r\n458 4\.3\.0 /, 0));

  it('has a host called that could not be reached', () =>
    stage({ names: { ...NAMES, 'mx.other.test': { a: ['127.0.0.77'] } } }, async ({ server, send }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      assert.match(await talk(server.ports.smtp!, 'EHLO x', 'ETRN other.test', 'QUIT'), /\r\n253 /);
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 2);
    }));
});
