import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scope } from '../dialogue/scope';
import { checkResults, parseResults } from './authentication-results';

const scope = new Scope(() => undefined);
const message = (...fields: string[]) =>
  Buffer.from(`${fields.map((field) => `Authentication-Results: ${field}\r\n`).join('')}Subject: x\r\n\r\n`);
const check =
  (fields: string[], ...rows: Parameters<typeof checkResults>[1]) =>
  () =>
    checkResults(message(...fields), rows, scope);

describe('authentication results', () => {
  it('are read with comments, quotes, versions and spaces', () => {
    assert.deepEqual(
      parseResults(
        '"mx.test" 1 (a; (b)) ; SPF/1 = Pass (x=y; z) reason="a;b=c" smtp . mailfrom=x@a.test; dkim=fail header.d=b.test',
      ),
      {
        server: 'mx.test',
        results: [
          { method: 'spf', result: 'pass', properties: { reason: 'a;b=c', 'smtp.mailfrom': 'x@a.test' } },
          { method: 'dkim', result: 'fail', properties: { 'header.d': 'b.test' } },
        ],
      },
    );
    assert.deepEqual(parseResults('mx.test; none'), { server: 'mx.test', results: [] });
  });

  it('are those of the first server alone', () => {
    const fields = ['mx.test; spf=fail smtp.mailfrom=a.test', 'other.test; spf=pass', 'mx.test; dkim=pass'];
    check(
      fields,
      { method: 'spf', result: 'fail/softfail', property: 'smtp.mailfrom=a.test' },
      { method: 'dkim', result: 'pass' },
    )();
    check(fields, { method: 'spf', result: 'not pass' }, { method: 'arc', result: 'not pass' })();
    for (const row of [
      { method: 'spf', result: 'pass' },
      { method: 'spf', result: 'fail', property: 'smtp.mailfrom=b.test' },
      { method: 'dkim', result: 'not pass' },
      { method: 'arc', result: 'none' },
    ])
      assert.throws(check(fields, row), { code: 'results-differ' });
  });

  it('may be told of a mailbox in the place of its domain', () => {
    check(['mx.test; spf=pass smtp.mailfrom=x@a.test'], {
      method: 'spf',
      result: 'pass',
      property: 'smtp.mailfrom=A.test',
    })();
  });
});
