/** What one scenario leaves in a maildrop, and what two mistakes make of each other, decides nothing about the scenarios after it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBundled } from '../../targets/embedded';
import { type PlayedScenario, runAgainst } from './run-against';

const ACCOUNTS = [
  { address: 'a@example.test', password: 'secret-1' },
  { address: 'b@example.test', password: 'secret-2' },
];

/** Plays against the bundled server with these mistakes, of which SMTP and POP3 are all that is told. */
async function played(defects: string[], only: string): Promise<PlayedScenario[]> {
  const listen = { smtp: { port: 0 }, pop3: { port: 0 } };
  const server = await startBundled({ domains: ['example.test'], accounts: ACCOUNTS, listen, defects });
  const { smtp, pop3 } = server.ports;
  try {
    const service = `smtp: { port: ${smtp}, tls: none }\n  pop3: { port: ${pop3}, tls: none }`;
    return (await runAgainst({ port: 0, service, only, reply: 3000 })).scenarios;
  } finally {
    await server.close();
  }
}

const count = (scenarios: PlayedScenario[], verdict: string) =>
  scenarios.filter((scenario) => scenario.verdict === verdict).length;

test('a message that cannot be read does not hide what is wrong with those after it', async () => {
  const scenarios = await played(['smtp-received-missing'], 'pop3/utf8,smtp/trace');
  const trace = scenarios.filter(({ id }) => id.startsWith('smtp/trace#'));
  assert.equal(count(trace, 'blocked'), 0);
  assert.ok(trace.some(({ reason }) => reason === 'the message has no Received field'));
  assert.ok(count(trace, 'fail') > 5, `${count(trace, 'fail')} of ${trace.length}`);
});

test('dots that SMTP keeps and POP3 does not double are found in both', async () => {
  const scenarios = await played(['smtp-dots-kept', 'pop3-dots-not-stuffed'], 'smtp/transparency,pop3/retr');
  const failed = (topic: string) => scenarios.filter(({ id, verdict }) => id.startsWith(topic) && verdict === 'fail');
  assert.match(failed('pop3/retr#lines-of-dots')[0]?.reason ?? '', /began with one dot that was not doubled/);
  assert.ok(failed('smtp/transparency#').length > 1);
  const about = scenarios.filter(({ id }) => id.startsWith('smtp/transparency#a-line-of-two-dots'));
  assert.deepEqual([...new Set(about.map(({ verdict }) => verdict))], ['blocked']);
});
