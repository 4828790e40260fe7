/**
 * The bundled server, described and read by each way in turn, gets the verdicts that it gets embedded: everything that applies passes. Each
 * way plays a sample, in which the readers have something to lose; with MAILSPEC_WAYS=whole (`npm run test:ways`, some minutes) all there is.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packageRoot } from '../../package-root';
import { SERVICES } from '../../targets/services';
import { describeBundled, type Way } from './way';

const WAYS: Way[] = [
  { title: 'SMTP, read by POP3', services: ['smtp', 'pop3'] },
  { title: 'LMTP, read by POP3', services: ['lmtp', 'pop3'] },
  { title: 'SMTP, read by IMAP', services: ['smtp', 'imap'] },
  { title: 'SMTP and LMTP, read from Maildirs', services: ['smtp', 'lmtp'], maildir: true },
  { title: 'every service', services: SERVICES, outside: 'dns' },
  // A server may be only a relay, without mailbox access.
  { title: 'submission alone, handing on to hosts that it looks up', services: ['submission'], outside: 'dns' },
  {
    title: 'submission alone, handing on to a smarthost',
    services: ['submission', 'submissions'],
    outside: 'smarthost',
  },
];

const SAMPLE = [
  'smtp/data,smtp/recipients,smtp/transparency,smtp/trace,smtp/robustness/content',
  'smtp/extensions/binarymime,smtp/extensions/smtputf8,smtp/extensions/dsn-delivered',
  'lmtp/data,lmtp/recipients,mime/transport,pop3/utf8,pop3/retr,pop3/apop',
  'relay,submission/plain,submission/scram-sha-256,submission/completion',
].join(',');

const WHOLE = process.env.MAILSPEC_WAYS === 'whole';

/** What a description takes away: services, restarts, profiles and what only they announce. */
const LEFT_OUT =
  /^needs (the service |a way to |a target that is led to |an alias of the kind |smtp or lmtp|a restart by the suite|the profile |(LITERAL-|LOGINDISABLED), which )/;

interface Played {
  id: string;
  verdict: string;
  reason: string;
}

/** What a way plays is mostly waiting, for retries and for what must not come: a few side by side take the time of the longest. */
describe('the ways', { concurrency: 3 }, () => {
  for (const way of WAYS) {
    test(`${way.title}: all that applies passes`, async () => {
      const described = await describeBundled(way);
      try {
        const scenarios = await played(described.directory);
        const other = scenarios.filter(
          ({ verdict, reason }) => verdict !== 'pass' && !(verdict === 'notApplicable' && LEFT_OUT.test(reason)),
        );
        assert.deepEqual(
          other.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`),
          [],
        );
        assert.ok(scenarios.filter(({ verdict }) => verdict === 'pass').length > 30);
      } finally {
        await described.close();
      }
    });
  }
});

/** In a process of its own: the server runs in this one. */
async function played(directory: string): Promise<Played[]> {
  const selection = WHOLE ? [] : ['--only', SAMPLE];
  const args = ['run', '--target', 'target.yaml', '--out', 'out', ...selection];
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/mailspec.js'), ...args], { cwd: directory });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await new Promise((resolve) => child.on('close', resolve));
  try {
    return (JSON.parse(readFileSync(join(directory, 'out/run.json'), 'utf8')) as { scenarios: Played[] }).scenarios;
  } catch {
    throw new Error(`no run was written:\n${output}`);
  }
}
