import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '../targets/schema.json';
import { ADAPTERS } from './adapters';

test('a target file may name each webmail whose pages are known here, and no other', () => {
  assert.deepEqual(
    [...schema.properties.services.properties.webmail.properties.adapter.enum].sort(),
    Object.keys(ADAPTERS).sort(),
  );
});
