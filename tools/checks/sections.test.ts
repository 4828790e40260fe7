import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unknownSections } from './sections';

const sections = new Map([['5321', new Set(['4.1.4', '3.3'])]]);

test('a section that exists is no finding', () => {
  assert.deepEqual(unknownSections('a.ts', '// RFC 5321 §4.1.4', sections), []);
});

test('a section that does not exist is named with its line', () => {
  assert.deepEqual(unknownSections('a.ts', 'x\n// RFC 5321 §3.3, §4.1.99', sections), [
    { at: 'a.ts:2', message: 'RFC 5321 has no section 4.1.99' },
  ]);
});

test('the row of a capability names an RFC in scope', () => {
  assert.equal(unknownSections('a.ts', "{ name: 'X', rfc: '5321' }, // RFC 1", sections).length, 0);
  assert.deepEqual(unknownSections('a.ts', "{ name: 'X', rfc: '9999' }", sections), [
    { at: 'a.ts:1', message: 'RFC 9999 is not among the RFCs in scope' },
  ]);
});

test('an RFC out of scope is named', () => {
  assert.equal(unknownSections('a.ts', '// RFC 9999 §1', sections).length, 1);
});
