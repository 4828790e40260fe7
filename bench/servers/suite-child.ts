/**
 * A process that plays the trivial scenario many times against a server on the given port, in the way its first argument names, and tells how
 * many milliseconds one takes. `bare`: a script over sockets; `play`: steps without messages; `messages`: with messages written to a file.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageLog } from '../../support/run/message-log';
import { play } from '../../support/run/play';
import { stepFiles } from '../../support/run/step-files';
import { LineClient } from '../load/line-client';

const TIMES = 1000;

/** RCPT before MAIL, as features/smtp/order.feature has it. */
const SCENARIO = (n: number) => `
  @MUST @R5321-3.3-8
  Scenario: Trivial ${n}
    Given an SMTP session after EHLO
    Then the dialogue is:
      """smtp
      C: RCPT TO:<\${alice}>
      S: 503
      """
`;

async function main(): Promise<void> {
  const [way = '', port = ''] = process.argv.slice(2);
  const milliseconds = way === 'bare' ? await bare(Number(port)) : await played(way === 'messages');
  process.send!({ milliseconds: milliseconds / TIMES });
  process.disconnect();
}

async function bare(port: number): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < TIMES; n++) {
    const client = await LineClient.open(port);
    await client.line();
    client.write('EHLO client.mailspec.test\r\n');
    while ((await client.line())[3] === '-') {}
    client.write('RCPT TO:<alice@example.test>\r\n');
    if (!(await client.line()).startsWith('503')) throw new Error('503 was expected');
    client.close();
  }
  return performance.now() - started;
}

/** The time from the first scenario's start to the last one's end: loading is measured by itself. */
async function played(messages: boolean): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const scenarios = Array.from({ length: TIMES }, (_, n) => SCENARIO(n)).join('');
  writeFileSync(join(root, 'trivial.feature'), `Feature: Trivial\n${scenarios}`);
  const log = messages ? new MessageLog(join(root, 'messages.ndjson')) : undefined;
  let first = 0;
  let last = 0;
  try {
    await play({
      root,
      sources: ['trivial.feature'],
      stepFiles: stepFiles(),
      onMessage: (envelope) => {
        if (envelope.testCaseStarted) first ||= performance.now();
        if (envelope.testCaseFinished) last = performance.now();
        log?.write(envelope);
      },
    });
    log?.close();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return last - first;
}

void main();
