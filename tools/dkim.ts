/**
 * `npm run test:dkim`: the suite's signatures and the bundled server's against dkimpy's verifier, the server's against the suite's, and dkimpy's signatures
 * against both verifiers (python3-dkim of Debian): both sides of mailspec are held against somebody else, since nothing else would tell that both are wrong.
 */
import { spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../reference-server/net/clock';
import { Dkim } from '../reference-server/policies/dkim/dkim';
import { DkimSigner } from '../reference-server/policies/dkim/signer';
import { publicKey } from '../support/dialogue/dkim/keys';
import { dkimSignature } from '../support/dialogue/dkim/sign';
import { signaturesOf } from '../support/dialogue/dkim/verify';
import { packageRoot } from '../support/package-root';

const HEADERS = [
  'From: Someone <someone@elsewhere.test>\r\nSubject: noted\r\n',
  'From:someone@elsewhere.test\r\nSUBJECT:  a \t note\r\n\tthat is folded \r\nX-Note: one\r\nX-Note: two\r\n',
];
const BODIES = [
  '',
  '\r\n',
  ' \r\n\r\n',
  'One line.\r\n',
  'Two  words \t\r\n\r\n in \t lines\r\n\r\n\r\n',
  '.\r\n..two\r\n',
  'Caf\xe9 \r\n',
  ' \r\nbehind a blank\r\n \r\n\t\r\n',
];
const WAYS = ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed'];
const RECORD = `v=DKIM1; p=${publicKey(Buffer.from('rsa'))}`;

const messages = HEADERS.flatMap((header) => BODIES.map((body) => Buffer.from(`${header}\r\n${body}`, 'latin1')));
const cases = messages.flatMap((message) => WAYS.map((c) => ({ message, c })));

function byDkimpy<T>(tasks: readonly object[]): T[] {
  const program = join(packageRoot(), 'tools/dkim/others.py');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [program], {
    input: JSON.stringify(tasks),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`python3-dkim is needed (.ci/debian installs it): ${stderr}`);
  return JSON.parse(stdout);
}

async function main(): Promise<void> {
  const said = (message: Buffer, c: string) =>
    dkimSignature(message, Buffer.from('d=elsewhere.test'), Buffer.from(`c=${c}`));
  const verified = byDkimpy<boolean>(
    cases.map(({ message, c }) => ({
      act: 'verify',
      record: RECORD,
      message: Buffer.concat([said(message, c), message]).toString('base64'),
    })),
  );
  const kept = JSON.parse(readFileSync(join(packageRoot(), 'support/dialogue/dkim/rsa-keys.json'), 'utf8'));
  const key = createPrivateKey({ key: Buffer.from(kept.rsa, 'base64'), format: 'der', type: 'pkcs8' });
  const pem = key.export({ format: 'pem', type: 'pkcs1' });
  const signed = byDkimpy<string>(
    cases.map(({ message, c }, at) => ({
      act: 'sign',
      key: pem,
      c,
      length: at % 3 === 0,
      message: message.toString('base64'),
    })),
  );
  const names = { txt: async () => ({ kind: 'found', records: [RECORD.match(/.{1,255}/g)!] }) };
  const dkim = new Dkim({ names: names as never, clock: systemClock() });
  const words = await Promise.all(
    cases.map(async ({ message }, at) => {
      const [result] = await dkim.check(Buffer.concat([Buffer.from(signed[at]!, 'base64'), message]));
      return result?.word === 'pass' ? 'pass' : `${result?.word}: ${result?.why}`;
    }),
  );
  const options = { domain: 'elsewhere.test', selector: 'rsa', key: pem.toString() };
  const ours = cases.map(({ message, c }) =>
    new DkimSigner({ clock: systemClock(), options: { ...options, canonicalization: c } }).sign(message),
  );
  const oursVerified = byDkimpy<boolean>(
    ours.map((message) => ({ act: 'verify', record: RECORD, message: message.toString('base64') })),
  );
  /** What the suite's verifier says of it; nothing, where it holds. */
  const wrong = (message: Buffer) =>
    signaturesOf(message, { 'rsa._domainkey.elsewhere.test': RECORD, 'sel._domainkey.elsewhere.test': RECORD })[0]
      ?.wrong;
  const failed = cases.flatMap(({ message, c }, at) => {
    const theirs = wrong(Buffer.concat([Buffer.from(signed[at]!, 'base64'), message]));
    const suite = wrong(ours[at]!);
    const faults = [
      ...(verified[at] ? [] : ['dkimpy does not verify the suite’s']),
      ...(oursVerified[at] ? [] : ['dkimpy does not verify the server’s']),
      ...(suite === undefined ? [] : [`the suite says of the server’s: ${suite}`]),
      ...(theirs === undefined ? [] : [`the suite says of dkimpy’s: ${theirs}`]),
      ...(words[at] === 'pass' ? [] : [`the server says of dkimpy’s: ${words[at]}`]),
    ];
    return faults.map((fault) => `${fault}: ${c} of ${JSON.stringify(message.toString('latin1'))}`);
  });
  for (const line of failed) console.log(line);
  console.log(`${5 * cases.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

void main();
