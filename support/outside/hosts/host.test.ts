import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTransport } from 'nodemailer';
import { converse, withHost } from '../../testing/mail-host';
import { parseBehaviour } from './parse-behaviour';

test('what nodemailer sends is taken and kept', async () => {
  await withHost(async (host) => {
    const client = createTransport({ host: host.address, port: host.port, name: 'client.test' });
    await client.sendMail({ from: 'a@a.test', to: ['b@b.test', 'c@b.test'], subject: 'hi', text: '.dot\n..two\nend' });
    client.close();
    assert.ok(await host.until(() => host.sessions[0]?.endedAt !== undefined, 2000));
    const [session] = host.sessions;
    const [transaction] = session!.transactions;
    assert.deepEqual(session!.hello, { verb: 'EHLO', name: 'client.test' });
    assert.equal(transaction!.reversePath, 'a@a.test');
    assert.deepEqual(
      transaction!.recipients.map(({ path, reply }) => [path, reply.code]),
      [
        ['b@b.test', 250],
        ['c@b.test', 250],
      ],
    );
    assert.match(transaction!.message!.toString(), /\r\n\r\n\.dot\r\n\.\.two\r\nend\r\n$/);
    assert.ok(transaction!.accepted);
    // Nodemailer hangs up without QUIT unless it keeps a pool.
    assert.deepEqual(
      session!.faults.map(({ requirement }) => requirement),
      ['R5321-4.1.1.10-3'],
    );
  });
});

test('it answers as a right server does', async () => {
  await withHost(async (host) => {
    await converse(
      host,
      `S: 220
       C: RCPT TO:<a@a.test>
       S: 503
       C: EHLO client.test
       S: 250
       S* PIPELINING
       S* SIZE 52428800
       C: MAIL FROM:<a@a.test> SIZE=60000000
       S: 552
       C: MAIL FROM:<> FOO=1
       S: 555
       C: MAIL FROM:<> BODY=8BITMIME
       C: RCPT TO:<"a b>"@a.test> NOTIFY=NEVER
       C: DATA
       S: 250
       S: 250
       S: 354
       C: ..
       C: .
       C: NOOP
       C: XYZZY
       S: 250
       S: 250
       S: 500
       C: QUIT
       S: 221
       S: \${closed}`,
    );
    const [session] = host.sessions;
    const last = session!.transactions.at(-1)!;
    assert.deepEqual(
      [last.parameters, last.recipients[0]!.path, last.recipients[0]!.parameters],
      [['BODY=8BITMIME'], '"a b>"@a.test', ['NOTIFY=NEVER']],
    );
    assert.equal(last.message?.toString(), '.\r\n');
  });
});

test('the transcript has it under the name of the host', async () => {
  await withHost(async (host, { transcript }) => {
    await converse(host, 'S: 220\nC: QUIT\nS: 221');
    await converse(host, 'S: 220\nC: QUIT\nS: 221');
    const said = transcript
      .toString()
      .split('\n')
      .map((line) => line.slice(9));
    assert.deepEqual(
      said.filter((line) => / [CS]: /.test(line)),
      [
        'mx1 S: 220 mx1.hosts-x.test ESMTP',
        'mx1 C: QUIT',
        'mx1 S: 221 2.0.0 goodbye',
        'mx1#2 S: 220 mx1.hosts-x.test ESMTP',
        'mx1#2 C: QUIT',
        'mx1#2 S: 221 2.0.0 goodbye',
      ],
    );
    assert.equal(transcript.sent(), '');
  });
});

test('what an earlier scenario left uses up nothing of a behaviour', async () => {
  const mail = (domain: string, rcpt: number, end: string) =>
    `S: 220
     C: EHLO c.test
     S: 250
     C: MAIL FROM:<a@a.test>
     S: 250
     C: RCPT TO:<dave@${domain}>
     S: ${rcpt}
     ${end}C: QUIT
     S: 221`;
  const data = (code: number) => `C: DATA\nS: 354\nC: .\nS: ${code}\n`;
  await withHost(async (host) => {
    await host.behave(
      parseBehaviour('RCPT of dave with 451 one time, then all; the message with 452 one time, then all'),
    );
    await converse(host, mail('elsewhere-y.test', 250, data(250)));
    await converse(host, mail('elsewhere-x.test', 451, ''));
    await converse(host, mail('elsewhere-x.test', 250, data(452)));
    await converse(host, mail('elsewhere-x.test', 250, data(250)));
  });
});
