import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicKey } from '../dialogue/dkim/keys';
import { dkimSignature } from '../dialogue/dkim/sign';
import { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';
import { checkSignature, type SignatureRow } from './signature';

const MESSAGE = Buffer.from(
  'Received: from a by b; Tue, 14 Nov 2023 22:13:20 +0000\r\nFrom: <a@b.test>\r\nSubject: hi\r\n\r\ntext \r\n',
);
const KEYS = { 'rsa._domainkey.b.test': `v=DKIM1; p=${publicKey(Buffer.from('rsa'))}` };

const signed = (...said: string[]) =>
  Buffer.concat([dkimSignature(MESSAGE, Buffer.from('d=b.test'), ...said.map((one) => Buffer.from(one))), MESSAGE]);
const check = (message: Buffer, ...rows: SignatureRow[]) =>
  checkSignature(message, 'b.test', rows, { keys: KEYS, scope: new Scope() });
const fails = (code: string, message: Buffer, ...rows: SignatureRow[]) =>
  assert.throws(
    () => check(message, ...rows),
    (error) => error instanceof Mismatch && error.code === code,
    code,
  );

describe('a signature of a target', () => {
  it('verifies, in each canonicalization', () => {
    for (const c of ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed']) check(signed(`c=${c}`));
    check(signed('b='));
  });

  it('is there, is of the domain, and fits', () => {
    fails('signature-missing', MESSAGE);
    fails('signature-missing', signed('d=c.test'));
    fails('signature-wrong', Buffer.concat([signed(), Buffer.from('more\r\n')]));
    fails('signature-wrong', Buffer.from(signed().toString().replace('Subject: hi', 'Subject: ho')));
    fails('signature-wrong', signed('s=other'));
    fails('signature-wrong', signed('h=subject'));
    fails('signature-wrong', signed('a=rsa-sha1'));
    fails('signature-wrong', signed('no bh'));
  });

  it('may stand above one that does not fit', () => {
    check(Buffer.concat([dkimSignature(MESSAGE, Buffer.from('d=b.test')), signed('s=other')]));
  });

  it('has the tags that are asked for', () => {
    const message = signed('t=1700000000', 'x=1700000001', 'h=from:from:subject');
    check(message, { tag: 't', value: 'the time of the trace' }, { tag: 'x', value: 'later than t, or absent' });
    check(
      message,
      { tag: 'h', value: 'From:From' },
      { tag: 'h', value: 'no Return-Path' },
      { tag: 'l', value: '${absent}' },
    );
    check(message, { tag: 'a', value: 'rsa-sha256/ed25519-sha256' }, { tag: 'x', value: 'there' });
    for (const row of [
      { tag: 'h', value: 'Subject:Subject' },
      { tag: 'h', value: 'no Subject' },
      { tag: 't', value: '${absent}' },
      { tag: 'l', value: 'there' },
    ])
      fails('signature-differs', message, row);
    fails('signature-differs', signed('t=1700000000000'), { tag: 't', value: 'the time of the trace' });
    fails('signature-differs', signed('t=1700000000', 'x=1700000000'), { tag: 'x', value: 'later than t, or absent' });
  });
});
