import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesBack } from './comes-back';
import { sameSubject } from './delivery';
import { withCrlf } from './message';
import type { Stage } from './stage';

const hello = withCrlf('Subject: hello 1\n\nHello.\n');
const sought = sameSubject('hello', hello);
const report = (address: string, subject: string, action = 'failed') =>
  withCrlf(`Return-Path: <>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.test

Final-Recipient: rfc822; ${address}
Action: ${action}
Status: 5.0.0

--b
Content-Type: message/rfc822-headers

Subject: ${subject}

--b--
`);

/** What is found at the first look, which is a while off. */
async function look(recipients: string[], messages: Buffer[]): Promise<boolean> {
  const target = { domains: ['here.test'], account: () => undefined, inbox: async () => ({ messages, unread: [] }) };
  const stage = { target, submitted: [{ message: hello, recipients }] } as unknown as Stage;
  const isOver = comesBack(stage, sought);
  assert.equal(await isOver(), false);
  await new Promise((resolve) => setTimeout(resolve, 1010));
  return await isOver();
}

const CASES: [title: string, over: boolean, recipients: string[], messages: Buffer[]][] = [
  ['its only recipient has failed', true, ['carol@x.test'], [report('carol@x.test', 'hello 1')]],
  ['nothing has come', false, ['carol@x.test'], []],
  ['one of two has failed', false, ['carol@x.test', 'dave@x.test'], [report('carol@x.test', 'hello 1')]],
  ['it is only late', false, ['carol@x.test'], [report('carol@x.test', 'hello 1', 'delayed')]],
  ['another message has come back', false, ['carol@x.test'], [report('carol@x.test', 'hello 2')]],
  ['an alias may lead to several', false, ['list@here.test'], [report('list@here.test', 'hello 1')]],
];

for (const [title, over, recipients, messages] of CASES) {
  test(`${over ? 'over' : 'not over'}: ${title}`, { concurrency: true }, async () => {
    assert.equal(await look(recipients, messages), over);
  });
}
