import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Signed, TlsaRecord } from '../../dns/signed-names';
import { danePolicy } from './dane';
import { isUsable } from './tlsa';

const HOP = { name: 'mx.example.test', address: '192.0.2.1', port: 25 };
const RECORD: TlsaRecord = { usage: 3, selector: 1, matching: 1, data: Buffer.alloc(32) };
const answered = <T>(secure: boolean, ...records: T[]): Signed<T> => ({
  kind: 'answered',
  secure,
  records,
  name: HOP.name,
});
const FAILED = { kind: 'failed', why: 'SERVFAIL' } as const;

const policy = (mx: Signed<unknown>, a: Signed<unknown>, tlsa: Signed<TlsaRecord>, hop = HOP) =>
  danePolicy(
    { records: async (_, type) => (type === 'MX' ? mx : a), tlsa: async () => tlsa },
    'example.test',
    hop,
    false,
  );

describe('what signed records ask for', () => {
  it('is nothing where something on the way is not signed, or there are none', async () => {
    const signed = answered(true);
    assert.equal(await policy(answered(false), signed, answered(true, RECORD)), undefined);
    assert.equal(await policy(signed, answered(false), FAILED), undefined);
    assert.equal(await policy(signed, signed, answered(false, RECORD)), undefined);
    assert.equal(await policy(signed, signed, answered(true)), undefined);
    assert.equal(await policy(FAILED, FAILED, FAILED, { ...HOP, name: '[192.0.2.1]' }), undefined);
  });

  it('is TLS, and the key where a record can be used', async () => {
    const signed = answered(true);
    const strict = await policy(signed, signed, answered(true, RECORD));
    assert.ok(strict && 'use' in strict && strict.use === 'required' && strict.judge);
    const any = await policy(signed, signed, answered(true, { ...RECORD, usage: 9 }));
    assert.ok(any && 'use' in any && any.use === 'required' && !any.judge);
  });

  it('is not known where a question fails', async () => {
    const signed = answered(true);
    for (const place of [
      [FAILED, signed, signed],
      [signed, FAILED, signed],
      [signed, signed, FAILED],
    ] as const) {
      const outcome = await policy(place[0], place[1], place[2] as Signed<TlsaRecord>);
      assert.ok(outcome && 'kind' in outcome && outcome.kind === 'later');
    }
  });

  it('can be used where usage, selector, matching type and length are known', () => {
    assert.ok(isUsable(RECORD));
    assert.ok(isUsable({ ...RECORD, usage: 2, matching: 2, data: Buffer.alloc(64) }));
    for (const wrong of [{ usage: 0 }, { usage: 1 }, { selector: 2 }, { matching: 3 }, { data: Buffer.alloc(31) }])
      assert.equal(isUsable({ ...RECORD, ...wrong }), false);
  });
});
