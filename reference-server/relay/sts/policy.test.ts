import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allows, parsePolicy } from './policy';
import { idOf } from './record';

const policy = (...lines: string[]) => parsePolicy(['version: STSv1', ...lines].join('\r\n'));
const whole = { mode: 'enforce', maxAge: 86_400, mx: ['mx.example.test'] };

describe('a policy', () => {
  it('is read with what nobody knows passed over, and the first of what comes twice', () => {
    const lines = ['mode: enforce', 'mode: none', 'new.field: ä b', 'mx: MX.example.test ', 'max_age: 86400', ''];
    assert.deepEqual(policy(...lines), whole);
    assert.deepEqual(parsePolicy('version:STSv1\nmode:none\nmax_age:99999999\n'), {
      mode: 'none',
      maxAge: 31_557_600,
      mx: [],
    });
  });

  it('is none without version, mode, age and host', () => {
    assert.equal(parsePolicy('mode: none\nmax_age: 1'), undefined);
    assert.equal(policy('mode: strict', 'mx: a.test', 'max_age: 1'), undefined);
    assert.equal(policy('mode: enforce', 'mx: a.test', 'max_age: week'), undefined);
    assert.equal(policy('mode: enforce', 'max_age: 1'), undefined);
    assert.equal(policy('mode: enforce', 'mx: 192.0.2.1', 'max_age: 1'), undefined);
    assert.equal(policy('mode: none', '<html>', 'max_age: 1'), undefined);
  });

  it('names hosts, one label by a wildcard', () => {
    const names = (mx: string, host: string) => allows({ mode: 'enforce', maxAge: 1, mx: [mx] }, host);
    assert.ok(names('mx.example.test', 'MX.example.test.'));
    assert.ok(names('*.example.test', 'mx.example.test'));
    for (const host of ['example.test', 'a.b.example.test', 'mx.other.test'])
      assert.equal(names('*.example.test', host), false, host);
  });
});

describe('a record', () => {
  it('says the id of the policy', () => {
    for (const text of ['v=STSv1; id=1;', 'v=STSv1;id=1', 'v=STSv1 ; x=y ;id=1', 'v=STSv1; id=1; id=2'])
      assert.equal(idOf(['v=spf1 -all', text]), '1', text);
  });

  it('says nothing where there are two, or it is malformed', () => {
    assert.equal(idOf([]), undefined);
    assert.equal(idOf(['v=STSv1; id=1', 'v=STSv1; id=2']), undefined);
    for (const text of ['id=1; v=STSv1', 'v=STSv2; id=1', 'v=STSv1; x=1', 'v=STSv1; id=1-2', 'v=STSv1; id=1; b c'])
      assert.equal(idOf([text]), undefined, text);
  });
});
