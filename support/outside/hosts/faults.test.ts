import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { packageRoot } from '../../package-root';
import { converse, withHost } from '../../testing/mail-host';
import { parseBehaviour } from './parse-behaviour';

/** The faults that a host notes of a client, which may be no good one. */
async function noted(client: string, behaviour = 'all'): Promise<string[]> {
  let found: string[] = [];
  await withHost(
    async (host) => {
      await converse(host, client);
      await host.until(() => host.sessions[0]?.endedAt !== undefined, 2000);
      found = host.sessions[0]!.faults.map(({ requirement }) => requirement);
    },
    { behaviour: parseBehaviour(behaviour) },
  );
  return found;
}

const QUIT = 'C: QUIT\nS: 221\nS: ${closed}';
const EHLO = 'S: 220\nC: EHLO c.test\nS: 250\n';
const MAIL = `${EHLO}C: MAIL FROM:<a@a.test>\nS: 250\n`;
const DATA = `${MAIL}C: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nS: 354\n`;
const EIGHT = `${EHLO}C: MAIL FROM:<a@a.test> BODY=8BITMIME\nS: 250\nC: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nS: 354\n`;

for (const [what, client, wanted, behaviour] of [
  ['a right client', `${EIGHT}C:\nC: h\${xC3A9}\nC: .\nS: 250\n${QUIT}`, []],
  [
    'pipelining as it may be',
    `${EHLO}C: MAIL FROM:<a@a.test>\nC: RCPT TO:<b@b.test>\nC: DATA\nS: 250\nS: 250\nS: 354\nC: .\nC: MAIL FROM:<>\nS: 250\nS: 250\n${QUIT}`,
    [],
  ],
  [
    'pipelining of what was refused',
    `${EHLO}C: MAIL FROM:<a@a.test>\nC: RCPT TO:<b@b.test>\nC: DATA\nS: 450\nS: 503\nS: 503\n${QUIT}`,
    [],
    'MAIL with 450',
  ],
  ['a submitter who is not known', `${EHLO}C: MAIL FROM:<a@a.test> AUTH=<>\nS: 250\n${QUIT}`, [], 'offers AUTH'],
  ['a submitter in xtext', `${EHLO}C: MAIL FROM:<a@a.test> AUTH=a+2Bb@a.test\nS: 250\n${QUIT}`, [], 'offers AUTH'],
  [
    'a submitter in brackets',
    `${EHLO}C: MAIL FROM:<a@a.test> AUTH=<a@a.test>\nS: 250\n${QUIT}`,
    ['R4954-8-2'],
    'offers AUTH',
  ],
  [
    'a submitter who is no address',
    `${EHLO}C: MAIL FROM:<a@a.test> AUTH=a\nS: 250\n${QUIT}`,
    ['R4954-8-2'],
    'offers AUTH',
  ],
  ['a bare LF', `S: 220\nC~ EHLO c.test\${LF}\nS: 250\n${QUIT}`, ['R5321-2.3.8-3']],
  [
    'a dot that some take for the end',
    `${DATA}C~ a\${LF}.\${CRLF}b\${CRLF}\nC: .\nS: 250\n${QUIT}`,
    ['R5321-2.3.8-3', 'M-robust-smuggling'],
  ],
  ['a bare CR in content', `${DATA}C: a\${CR}b\nC: .\nS: 250\n${QUIT}`, ['R5321-2.3.8-3']],
  ['a line of 1001 octets', `${DATA}C: \${999 * "a"}\nC: .\nS: 250\n${QUIT}`, ['R5322-2.1.1-1']],
  ['a line of 1000 octets whose dot is doubled', `${DATA}C: ..\${997 * "a"}\nC: .\nS: 250\n${QUIT}`, []],
  ['eight bits unannounced', `${DATA}C:\nC:\nC: h\${xC3A9}\nC: .\nS: 250\n${QUIT}`, ['R5321-2.4-5']],
  [
    'eight bits where they are not offered',
    `${DATA}C:\nC:\nC: h\${xC3A9}\nC: .\nS: 250\n${QUIT}`,
    ['R6152-3-d'],
    'offers no 8BITMIME',
  ],
  ['a header beyond ASCII', `${EIGHT}C: Subject: h\${xC3A9}\nC:\nC: .\nS: 250\n${QUIT}`, ['R6531-3.2-7']],
  ['a name without a domain', `S: 220\nC: EHLO c\nS: 250\n${QUIT}`, ['R5321-2.3.5-3']],
  ['an address literal', `S: 220\nC: EHLO [127.0.0.1]\nS: 250\n${QUIT}`, []],
  ['more than an address literal', `S: 220\nC: EHLO [127.0.0.1] me\nS: 250\n${QUIT}`, ['R5321-4.1.1.1-2']],
  ['a source route in MAIL', `${EHLO}C: MAIL FROM:<@b.test:a@a.test>\nS: 250\n${QUIT}`, ['R5321-3.3-3']],
  ['a source route in RCPT', `${MAIL}C: RCPT TO:<@a.test:b@b.test>\nS: 250\n${QUIT}`, ['R5321-3.6.1-1']],
  [
    'a message larger than it was declared',
    `${EHLO}C: MAIL FROM:<> SIZE=6\nS: 250\nC: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nS: 354\nC: ..1234\nC: .\nS: 250\n${QUIT}`,
    ['R1870-6-1'],
  ],
  ['MAIL before EHLO', `S: 220\nC: MAIL FROM:<>\nS: 503\n${QUIT}`, ['R5321-4.1.1.1-5']],
  ['MAIL within a transaction', `${MAIL}C: MAIL FROM:<>\nS: 503\n${QUIT}`, ['R5321-4.1.4-12']],
  ['RCPT without MAIL', `${EHLO}C: RCPT TO:<b@b.test>\nS: 503\n${QUIT}`, ['R5321-3.3-14']],
  [
    'a parameter that is not offered',
    `${EHLO}C: MAIL FROM:<> SIZE=1\nS: 555\n${QUIT}`,
    ['R5321-4.1.1.3-6'],
    'offers no SIZE',
  ],
  [
    'NOTIFY where there is no DSN',
    `${MAIL}C: RCPT TO:<b@b.test> NOTIFY=NEVER\nS: 555\n${QUIT}`,
    ['R3461-5.2.2-1'],
    'offers no DSN',
  ],
  ['an address beyond ASCII', `${EHLO}C: MAIL FROM:<h\${xC3A9}@a.test>\nS: 250\n${QUIT}`, ['R5321-4.1.2-7']],
  [
    'an address beyond ASCII that was announced',
    `${EHLO}C: MAIL FROM:<h\${xC3A9}@a.test> SMTPUTF8\nS: 250\n${QUIT}`,
    [],
  ],
  [
    'pipelining that is not offered',
    `${EHLO}C: MAIL FROM:<>\nC: RCPT TO:<b@b.test>\nS: 250\nS: 250\n${QUIT}`,
    ['R5321-4.3.1-1'],
    'offers no PIPELINING',
  ],
  ['more behind EHLO', `S: 220\nC: EHLO c.test\nC: NOOP\nS: 250\nS: 250\n${QUIT}`, ['R5321-4.3.1-1']],
  [
    'speaking before the greeting',
    `C: EHLO c.test\nS: 220\nS: 250\n${QUIT}`,
    ['R5321-4.3.1-2'],
    'the greeting with 220 after 50ms',
  ],
  [
    'content before 354',
    `${MAIL}C: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nC: a\nC: .\nS: 354\nS: 250\n${QUIT}`,
    ['R5321-3.3-10'],
  ],
  [
    'content after DATA was refused',
    `${MAIL}C: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nS: 451\nC: a: b\nS: 500\n${QUIT}`,
    ['R5321-3.3-10'],
    'DATA with 451',
  ],
  ['no QUIT', `${EHLO}C: \${close}\nS: \${closed}`, ['R5321-4.1.1.10-3']],
] as const) {
  test(`${what}: ${wanted.join(', ') || 'no fault'}`, async () =>
    assert.deepEqual(await noted(client, behaviour), wanted));
}

test('every row that a host names binds clients', () => {
  const folder = join(packageRoot(), 'support/outside/hosts');
  const named = ['faults.ts', 'extensions.ts', 'recorder.ts'].flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/'(R(\d+)-[^']+)'/g)].map(([, row, rfc]) => ({ row, rfc })),
  );
  assert.ok(named.length > 10);
  for (const { row, rfc } of named) {
    const path = join(packageRoot(), `features/requirements/rfc${rfc}.yaml`);
    assert.ok(existsSync(path), path);
    const { requirements } = load(readFileSync(path, 'utf8')) as { requirements: { id: string; binds: string }[] };
    assert.match(requirements.find(({ id }) => id === row)?.binds ?? 'no row', /client|both/, row);
  }
});
