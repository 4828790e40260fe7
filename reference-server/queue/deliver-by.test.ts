import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALICE, type Stage, stage } from '../testing/relay-stage';
import { talk } from '../testing/talk';
import { until } from '../testing/until';

const later = {
  onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('later'), { responseCode: 451 })),
};

const by = (
  value: string,
  hop: Parameters<typeof stage>[0]['hop'],
  test: (made: Stage & { told(): string[] }) => Promise<void>,
  notify = '',
) =>
  stage({ hop }, async (made) => {
    const lines = ['DATA', 'Subject: soon', '', 'text', '.', 'QUIT'];
    await talk(
      made.server.ports.smtp!,
      'EHLO x',
      `MAIL FROM:<${ALICE}> BY=${value}`,
      `RCPT TO:<bob@other.test>${notify}`,
      ...lines,
    );
    await test({ ...made, told: () => made.server.inbox(ALICE).map(String) });
  });

const tried = ({ server }: { server: { queue(): { recipients: readonly { attempts: number }[] }[] } }) =>
  until(() => server.queue()[0]?.recipients[0]?.attempts === 1);

describe('a message with a time', () => {
  it('does not go to a server that cannot be told of it, and comes back', () =>
    by('60;R', {}, async ({ hop, told }) => {
      await until(() => told().length === 1);
      assert.match(told()[0]!, /Deliver-By-Date: [\s\S]*Action: failed\r\nStatus: 5\.3\.3/);
      assert.equal(hop.received.length, 0);
    }));

  it('goes without it where its sender only wants to hear, and she hears', () =>
    by('60;N', {}, async ({ hop, told }) => {
      await until(() => hop.received.length === 1 && told().length === 1);
      assert.match(told()[0]!, /Action: relayed/);
    }));

  it('goes without a word where she wants none', () =>
    by(
      '60;N',
      {},
      async ({ hop, told, server }) => {
        await until(() => hop.received.length === 1 && server.queue().length === 0);
        assert.deepEqual(told(), []);
      },
      ' NOTIFY=NEVER',
    ));

  it('is told of once when its time is over, and tried on', () =>
    by('60;N', later, async ({ clock, told, server }) => {
      await tried({ server });
      clock.advance(60_000);
      await until(() => told().length === 1);
      assert.match(told()[0]!, /Action: delayed\r\nStatus: 4\.4\.7/);
      assert.equal(server.queue().length, 1);
    }));

  it('is not tried any more when its time is over and it shall come back', () =>
    stage(
      { names: { 'other.test': { mx: ['10 mx.other.test'] }, 'mx.other.test': { a: ['127.0.0.77'] } } },
      async ({ server, clock }) => {
        await talk(
          server.ports.smtp!,
          'EHLO x',
          `MAIL FROM:<${ALICE}> BY=60;R`,
          'RCPT TO:<bob@other.test>',
          'DATA',
          'Subject: soon',
          '',
          '.',
          'QUIT',
        );
        await tried({ server });
        clock.advance(60_000);
        await until(() => server.inbox(ALICE).length === 1);
        assert.match(String(server.inbox(ALICE)[0]), /Action: failed\r\nStatus: 5\.4\.7/);
        assert.deepEqual(server.queue(), []);
      },
    ));

  for (const value of ['60', ';R', '60;X', '60;TR', '0;R', '-1;R', 'soon;N', '1000000000;N'])
    it(`has no time in BY=${value}`, () => by(value, {}, async ({ server }) => assert.deepEqual(server.queue(), [])));
});
