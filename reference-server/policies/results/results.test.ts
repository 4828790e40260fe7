import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Results } from './results';

const results = new Results({ hostname: 'mx.test', domains: ['own.test'] });
const cleaned = (header: string) => results.cleaned(Buffer.from(`${header}\r\nbody\r\n`)).toString();

describe('Authentication-Results', () => {
  it('of this server and its domains are removed, however they are written', () => {
    for (const value of [
      'mx.test; a=b',
      'MX.Test 1;\r\n a=b',
      '"mx.test"; none',
      '(x(y)) mx.test.;none',
      'own.test; a=b',
      'o.test 2; a=b',
    ])
      assert.equal(
        cleaned(`A: 1\r\nauthentication-results: ${value}\r\nB: 2\r\n`),
        'A: 1\r\nB: 2\r\n\r\nbody\r\n',
        value,
      );
  });

  it('of others stay', () => {
    const header = 'Authentication-Results: sub.mx.test; a=b\r\nX-Authentication-Results: mx.test; a=b\r\n';
    assert.equal(cleaned(header), `${header}\r\nbody\r\n`);
  });

  it('quote what a sender has made up', () => {
    const properties = { 'smtp.mailfrom': 'a"; dkim=pass\r\nX: y' };
    const field = results.field([{ method: 'spf', result: 'none', properties }]);
    assert.equal(
      field,
      'Authentication-Results: mx.test;\r\n\tspf=none\r\n\t smtp.mailfrom="a\\"; dkim=pass??X: y"\r\n',
    );
    assert.equal(results.field([]), 'Authentication-Results: mx.test;\r\n\tnone\r\n');
  });
});
