import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalBody, canonicalField } from './canonical';

/** RFC 6376 §3.4.5. */
const FIELDS = ['A: X\r\n', 'B : Y\t\r\n\tZ  \r\n'];
const BODY = ' C \r\nD \t E\r\n\r\n\r\n';

describe('canonicalization', () => {
  it('is that of the examples', () => {
    assert.deepEqual(
      FIELDS.map((field) => canonicalField(field, 'relaxed')),
      ['a:X\r\n', 'b:Y Z\r\n'],
    );
    assert.deepEqual(
      FIELDS.map((field) => canonicalField(field, 'simple')),
      FIELDS,
    );
    assert.equal(canonicalBody(BODY, 'relaxed'), ' C\r\nD E\r\n');
    assert.equal(canonicalBody(BODY, 'simple'), ' C \r\nD \t E\r\n');
  });

  it('makes of an empty body nothing, or a line end', () => {
    for (const body of ['', '\r\n', '\r\n\r\n']) {
      assert.equal(canonicalBody(body, 'relaxed'), '');
      assert.equal(canonicalBody(body, 'simple'), '\r\n');
    }
    assert.equal(canonicalBody(' \r\n\t\r\n', 'relaxed'), '');
  });

  it('ends a last line', () => {
    assert.equal(canonicalBody('a ', 'relaxed'), 'a\r\n');
    assert.equal(canonicalBody('a ', 'simple'), 'a \r\n');
    assert.equal(canonicalBody('a\r\n\t', 'relaxed'), 'a\r\n');
  });

  it('takes no longer for many empty lines than they are long', () => {
    assert.equal(canonicalBody(`a${'\r\n'.repeat(1_000_000)}b`, 'simple').length, 2_000_004);
  });
});
