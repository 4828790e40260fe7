import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Names } from '../../dns/names';
import { Dkim } from './dkim';
import { DkimSigner, type SigningOptions } from './signer';

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
const RECORD = `v=DKIM1; p=${pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
const clock = { now: () => 1_700_000_000_000, after: () => () => {} };
const names = { txt: async () => ({ kind: 'found', records: [[RECORD]] }) } as unknown as Names;
const dkim = new Dkim({ names, clock });
const OPTIONS: SigningOptions = {
  domain: 'example.test',
  selector: 'sel',
  key: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
};
const signer = (options: Partial<SigningOptions> = {}) =>
  new DkimSigner({ clock, options: { ...OPTIONS, ...options } });

const octets = (text: string) => Buffer.from(text.replace(/\n/g, '\r\n'), 'latin1');
const MESSAGE = 'From: Ann <ann@example.test>\nTo: bob@elsewhere.test\nSubject:  hi \t there\n\ttoo \n\n';

async function verdict(message: Buffer): Promise<string | undefined> {
  const [first] = await dkim.check(message);
  return first?.word;
}

describe('the signer', () => {
  it('makes signatures that verify, whatever the body and the canonicalization', async () => {
    for (const body of [
      '',
      '\n',
      ' \n\n',
      'one\n',
      'a  b \t\n\n c\n\n\n',
      'no end',
      'caf\xe9 \n',
      `${'x'.repeat(3000)}\n`,
    ])
      for (const c of ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed'])
        assert.equal(await verdict(signer({ canonicalization: c }).sign(octets(MESSAGE + body))), 'pass', c + body);
  });

  it('leaves the message below its signature as it is', () => {
    const message = octets(`${MESSAGE}a  b \n\n\n`);
    assert.ok(signer().sign(message).subarray(-message.length).equals(message));
  });

  it('folds a field of many names, and of long ones', async () => {
    const fields = [...Array.from({ length: 60 }, (_, i) => `X-Field-${i}`), `X-${'y'.repeat(200)}`];
    const signed = signer({ fields }).sign(octets(`${MESSAGE}hi\n`));
    assert.equal(await verdict(signed), 'pass');
    const [field] = signed.toString('latin1').split('\r\nFrom:');
    const lines = field!.split('\r\n').filter((line) => !line.includes('yyy'));
    assert.ok(
      lines.every((line) => line.length <= 78),
      lines.join('\n'),
    );
  });

  it('lets nobody add a field that counts, or another text', async () => {
    const signed = signer().sign(octets(`${MESSAGE}hi\n`));
    for (const field of [
      'From: eve@example.test',
      'Subject: other',
      'Reply-To: eve@faraway.test',
      'Content-Type: text/html',
    ])
      assert.equal(await verdict(Buffer.concat([octets(`${field}\n`), signed])), 'fail', field);
    assert.equal(await verdict(Buffer.concat([signed, octets('more\n')])), 'fail');
    assert.equal(await verdict(Buffer.concat([octets('List-Id: <list.test>\n'), signed])), 'pass');
  });

  it('signs both blocks of a message that was sent on twice', async () => {
    const resent = 'Resent-From: b@example.test\nResent-To: c@d.test\n';
    const message = octets(`${resent}${resent.replace('b@', 'z@')}${MESSAGE}hi\n`);
    assert.equal(await verdict(signer().sign(message)), 'pass');
  });

  it('signs what authors of its domain have written alone', () => {
    const of = (from: string) => signer().signs(octets(`${from}Subject: hi\n\nhi\n`));
    for (const from of ['From: ann@example.test\n', 'From: a@EXAMPLE.test, b@sub.example.test\n'])
      assert.ok(of(from), from);
    for (const from of [
      '',
      'From: ann@elsewhere.test\n',
      'From: a@example.test, b@elsewhere.test\n',
      'From: a@notexample.test\n',
    ])
      assert.ok(!of(from), from);
  });
});
