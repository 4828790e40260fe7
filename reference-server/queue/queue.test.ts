import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type NextHop, nextHop } from '../testing/next-hop';
import { ALICE, stage } from '../testing/relay-stage';
import { scriptedHost } from '../testing/scripted-host';
import { talk } from '../testing/talk';
import { until } from '../testing/until';

const folder = mkdtempSync(join(tmpdir(), 'queue-'));
after(() => rmSync(folder, { recursive: true }));

const MINUTE = 60_000;

describe('the way out', () => {
  it('hands a message to the mail exchanger, with one more Received and the dots as they were', () =>
    stage({}, async ({ server, hop, send }) => {
      assert.match(await send('bob@other.test'), /\r\n250 2\.0\.0 .*\r\n221 /);
      await until(() => hop.received.length === 1);
      const [{ from, to, content }] = hop.received as [NextHop['received'][0]];
      assert.deepEqual([from, to], [ALICE, ['bob@other.test']]);
      assert.match(
        content.toString(),
        /^Received: from client\.test .*\r\n\tby (?:.*\r\n\t)*.*\r\nSubject: hi\r\n\r\n\.dot\r\n$/,
      );
      await until(() => server.queue().length === 0);
    }));

  it('takes local and other recipients of one message, those of one domain together', () =>
    stage({}, async ({ server, hop, send }) => {
      await send('bob@other.test', ALICE, 'eve@other.test', 'bob@OTHER.test');
      await until(() => hop.received.length === 1);
      assert.deepEqual(hop.received[0]!.to, ['bob@OTHER.test', 'eve@other.test']);
      assert.equal(server.inbox(ALICE).length, 1);
    }));

  it('forgets what waits where it is told to, and tells nobody', () => {
    const hop: Parameters<typeof nextHop>[0] = {
      onRcptTo: (_, __, done) => done(Object.assign(new Error('later'), { responseCode: 451 })),
    };
    return stage({ hop }, async ({ server, clock, send }) => {
      await send('bob@other.test');
      await send('eve@other.test');
      await until(
        () => server.queue().length === 2 && server.queue().every(({ recipients }) => recipients[0]!.attempts === 1),
      );
      await server.clearQueue();
      assert.deepEqual(server.queue(), []);
      clock.advance(6 * 24 * 60 * MINUTE);
      assert.equal(server.inbox(ALICE).length, 0);
    });
  });

  it('tries again later, and not before the time', () => {
    let times = 0;
    const hop: Parameters<typeof nextHop>[0] = {
      onRcptTo: (_, __, done) => done(++times <= 2 ? Object.assign(new Error('later'), { responseCode: 451 }) : null),
    };
    return stage({ hop }, async ({ server, clock, hop, send }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      clock.advance(29 * MINUTE);
      assert.equal(times, 1);
      clock.advance(2 * MINUTE);
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 2);
      clock.advance(31 * MINUTE);
      await until(() => hop.received.length === 1);
      await until(() => server.queue().length === 0);
      assert.equal(server.inbox(ALICE).length, 0);
    });
  });

  it('keeps what waits over a restart', () => {
    let open = false;
    const hop: Parameters<typeof nextHop>[0] = {
      onMailFrom: (_, __, done) => done(open ? null : Object.assign(new Error('later'), { responseCode: 451 })),
    };
    return stage({ hop, data: join(folder, 'restart.sqlite') }, async ({ server, clock, hop, send }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      await server.restart();
      assert.equal(server.queue()[0]?.recipients[0]?.state, 'waiting');
      open = true;
      clock.advance(31 * MINUTE);
      await until(() => hop.received.length === 1);
    });
  });

  it('has what it took on disk before it says so: whoever finds the file goes on with it', () => {
    const hop: Parameters<typeof nextHop>[0] = {
      onMailFrom: (_, __, done) => done(Object.assign(new Error('later'), { responseCode: 451 })),
    };
    const file = join(folder, 'killed.sqlite');
    return stage({ hop, data: file }, async ({ send }) => {
      assert.match(await send('bob@other.test', ALICE), /\r\n250 2\.0\.0 .*\r\n221 /);
      const copy = join(folder, 'found.sqlite');
      for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`);
      await stage({ data: copy }, async ({ server, clock, hop }) => {
        clock.advance(31 * MINUTE);
        await until(() => hop.received.length === 1);
        assert.equal(server.inbox(ALICE).length, 1);
      });
    });
  });

  it('is not held up by a destination that is dead, which gets a few connections only', async () => {
    const dead = await scriptedHost(() => undefined, '127.0.5.1');
    const live = await nextHop({}, '127.0.5.2', dead.port);
    const names = {
      'dead.test': { mx: ['10 mx.dead.test'] },
      'mx.dead.test': { a: ['127.0.5.1'] },
      'other.test': { mx: ['10 mx.other.test'] },
      'mx.other.test': { a: ['127.0.5.2'] },
    };
    try {
      await stage({ names, relay: { port: dead.port, connections: 2 } }, async ({ server, send }) => {
        for (let i = 0; i < 5; i++) await send('bob@dead.test', 'bob@other.test');
        await until(() => live.received.length === 5);
        assert.equal(server.queue().length, 5);
        assert.deepEqual(dead.lines, ['>', '>']);
      });
    } finally {
      dead.close();
      await live.close();
    }
  });

  it('tells nobody who does not want to know, and nothing of a report', async () => {
    const refusing: Parameters<typeof nextHop>[0] = {
      onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: 550 })),
    };
    await stage({ hop: refusing }, async ({ server }) => {
      const message = ['DATA', 'Subject: hi', '', '.'];
      const never = [`MAIL FROM:<${ALICE}>`, 'RCPT TO:<bob@other.test> NOTIFY=NEVER', ...message];
      const report = ['MAIL FROM:<>', 'RCPT TO:<bob@other.test>', ...message];
      const told = [`MAIL FROM:<${ALICE}> RET=HDRS ENVID=x+2By`, 'RCPT TO:<bob@other.test>', ...message];
      await talk(server.ports.smtp!, 'EHLO x', ...never, ...report, ...told, 'QUIT');
      await until(() => server.queue().length === 0 && server.inbox(ALICE).length > 0);
      assert.equal(server.inbox(ALICE).length, 1);
      const text = server.inbox(ALICE)[0]!.toString();
      assert.match(text, /\r\nOriginal-Envelope-Id: x\+y\r\n/);
      assert.match(text, /\r\nContent-Type: text\/rfc822-headers\r\n/);
    });
  });

  it('reports to senders elsewhere too, with a null reverse-path', () => {
    const hop: Parameters<typeof nextHop>[0] = {
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('no') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
    };
    return stage({ hop }, async ({ server, hop }) => {
      const lines = ['MAIL FROM:<eve@other.test>', 'RCPT TO:<nobody@other.test>', 'DATA', 'Subject: hi', '', '.'];
      await talk(server.ports.smtp!, 'EHLO x', ...lines, 'QUIT');
      await until(() => hop.received.length === 1);
      const [{ from, to, content }] = hop.received as [NextHop['received'][0]];
      assert.deepEqual([from, to], ['', ['eve@other.test']]);
      assert.match(content.toString(), /\r\nAction: failed\r\n/);
    });
  });

  it('tells the sender what was refused for good, and delivers to the others', () => {
    const hop: Parameters<typeof nextHop>[0] = {
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('no') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
    };
    return stage({ hop }, async ({ server, hop, send }) => {
      await send('nobody@other.test', 'bob@other.test');
      await until(() => server.inbox(ALICE).length === 1);
      const report = server.inbox(ALICE)[0]!.toString();
      assert.match(report, /^Return-Path: <>\r\n/);
      assert.match(
        report,
        /\r\nFinal-Recipient: rfc822; nobody@other\.test\r\nAction: failed\r\nStatus: 5\.\d\.\d\r\n/,
      );
      assert.match(report, /\r\nRemote-MTA: dns; mx\.other\.test\r\nDiagnostic-Code: smtp; 550 /);
      assert.doesNotMatch(report, /bob@/);
      assert.match(report, /\r\n\r\n\.dot\r\n/);
      assert.equal(hop.received.length, 1);
    });
  });

  it('gives up in the end', () =>
    stage({ names: { 'other.test': 'SERVFAIL' } }, async ({ server, clock, send }) => {
      await send('bob@other.test');
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      clock.advance(5 * 24 * 60 * MINUTE);
      await until(() => server.inbox(ALICE).length === 2);
      const [delayed = '', failed = ''] = server.inbox(ALICE).map(String);
      assert.match(delayed, /\r\nAction: delayed\r\nStatus: 4\.4\.3\r\n(?:.*\r\n)*Will-Retry-Until: /);
      assert.match(failed, /\r\nAction: failed\r\nStatus: 4\.4\.7\r\n/);
      assert.equal(server.queue().length, 0);
    }));

  it('gives up after two days in the profile that says so', () =>
    stage({ names: { 'other.test': 'SERVFAIL' }, profile: 'two-days' }, async ({ server, clock, send }) => {
      const attempts = () => server.queue()[0]?.recipients[0]?.attempts;
      const actions = () => server.inbox(ALICE).map((report) => /^Action: (.*)\r$/m.exec(report.toString())?.[1]);
      await send('bob@other.test');
      await until(() => attempts() === 1);
      clock.advance(2 * 24 * 60 * MINUTE - MINUTE);
      await until(() => attempts() === 2);
      assert.deepEqual(actions(), ['delayed', 'delayed']);
      clock.advance(MINUTE);
      await until(() => server.queue().length === 0);
      assert.deepEqual(actions(), ['delayed', 'delayed', 'failed']);
    }));

  it('is for those only who are trusted', () =>
    stage({ relay: { networks: ['192.0.2.0/24'] } }, async ({ send }) => {
      assert.match(await send('bob@other.test'), /\r\n550 5\.7\.1 /);
    }));

  it('is for nobody where it was not asked for', () =>
    stage({ without: true }, async ({ send }) => {
      assert.match(await send('bob@other.test'), /\r\n550 5\.7\.1 /);
    }));
});
