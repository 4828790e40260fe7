import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsIn } from './citations';

test('sections in comments, an RFC as a whole, rows of capabilities', () => {
  assert.deepEqual(citationsIn("// RFC 5321 §4.1.4, §3.3 and RFC 2821\n  rfc: 3030,\n  rfc: '9051 §6.2.1'\n"), [
    { rfc: '5321', section: '4.1.4', line: 1 },
    { rfc: '5321', section: '3.3', line: 1 },
    { rfc: '2821', line: 1 },
    { rfc: '3030', line: 2, row: true },
    { rfc: '9051', section: '6.2.1', line: 3, row: true },
  ]);
});

test('a row that says RFC is one citation', () => {
  assert.deepEqual(citationsIn("rfc: 'RFC 2449 §6.4'"), [{ rfc: '2449', section: '6.4', line: 1, row: true }]);
});
