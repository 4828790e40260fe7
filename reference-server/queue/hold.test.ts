import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALICE, type Stage, stage } from '../testing/relay-stage';
import { talk } from '../testing/talk';
import { until } from '../testing/until';

const HOUR = 3_600_000;
const DEAD = { 'other.test': { mx: ['10 mx.other.test'] }, 'mx.other.test': { a: ['127.0.0.77'] } };

const submitting = (
  options: Omit<Parameters<typeof stage>[0], 'listen'>,
  test: (
    stage: Stage & { submit(parameter: string, ...recipients: string[]): Promise<string>; inbox(): string[] },
  ) => Promise<void>,
) =>
  stage({ ...options, listen: { smtp: { port: 0 }, submission: { port: 0 } } }, (made) => {
    const submit = (parameter: string, ...recipients: string[]) =>
      talk(
        made.server.ports.submission!,
        'EHLO client.test',
        `MAIL FROM:<${ALICE}> ${parameter}`,
        ...recipients.map((recipient) => `RCPT TO:<${recipient}> NOTIFY=SUCCESS,FAILURE`),
        'DATA',
        'Subject: later',
        '',
        'text',
        '.',
        'QUIT',
      );
    return test({ ...made, submit, inbox: () => made.server.inbox(ALICE).map(String) });
  });

describe('a message that is to go later', () => {
  it('is kept for all its recipients until its time', () =>
    submitting({}, async ({ submit, clock, hop, inbox, server }) => {
      assert.match(await submit('HOLDFOR=3600', ALICE, 'bob@other.test'), /\r\n250 2\.0\.0 Held as /);
      assert.equal(inbox().length + hop.received.length, 0);
      clock.advance(HOUR - 60_000);
      assert.match(await talk(server.ports.smtp!, 'EHLO x', 'ETRN other.test', 'QUIT'), /\r\n251 /);
      assert.equal(inbox().length + hop.received.length, 0);
      clock.advance(60_000);
      await until(() => hop.received.length === 1 && inbox().length === 3);
      const [message, ...reports] = inbox().sort((a, b) => a.length - b.length);
      assert.match(message!, /^Return-Path: <alice@example\.test>\r\nReceived: /);
      assert.match(reports.join(''), /Future-Release-Request: for;3600[\s\S]*Action: delivered/);
      assert.match(reports.join(''), /Action: relayed/);
      assert.deepEqual(server.queue(), []);
    }));

  it('has all its time before it when it is released', () =>
    submitting({ names: DEAD, relay: { giveUp: HOUR, delayNotice: [] } }, async ({ submit, clock, inbox, server }) => {
      const release = clock.now() + 2 * HOUR;
      const written = new Date(release).toISOString();
      await submit(`HOLDUNTIL=${written}`, 'bob@other.test');
      clock.advance(2 * HOUR);
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      assert.equal(server.queue()[0]!.end, release + HOUR);
      clock.advance(HOUR);
      await until(() => inbox().length === 1);
      assert.ok(inbox()[0]!.includes(`Future-Release-Request: until;${written}`));
    }));

  it('may wait no longer than is announced, and has one time', () =>
    submitting({}, async ({ submit, server }) => {
      const said = await talk(server.ports.submission!, 'EHLO x', 'QUIT');
      assert.match(said, /250-FUTURERELEASE 2592000 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\r\n/);
      for (const parameter of [
        'HOLDFOR=2592001',
        'HOLDUNTIL=9999-12-31T00:00:00Z',
        'HOLDFOR=9 HOLDUNTIL=2020-01-01T00:00:00Z',
      ])
        assert.match(await submit(parameter, ALICE), /\r\n501 5\.5\.4 /);
      for (const parameter of ['HOLDFOR=0', 'HOLDFOR=soon', 'HOLDUNTIL=2020-13-01T00:00:00Z', 'HOLDUNTIL=2020-01-01'])
        assert.match(await submit(parameter, ALICE), /\r\n501 5\.5\.4 /);
    }));
});
