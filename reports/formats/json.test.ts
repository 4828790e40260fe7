import assert from 'node:assert';
import { test } from 'node:test';
import Ajv from 'ajv';
import schema from '../run.schema.json';
import { sampleRun } from '../testing/sample';
import { formatJson, parseJson } from './json';

test('a run survives being written and read, a scenario a line', () => {
  const run = sampleRun();
  const { causes, ...same } = parseJson(formatJson(run), 'run.json') as typeof run & { causes: unknown[] };
  assert.deepEqual(same, run);
  assert.equal(causes.length, 3);
  assert.equal(formatJson(run).match(/^ {4}\{"id"/gm)?.length, run.scenarios.length);
  assert.deepEqual(parseJson(formatJson(sampleRun([])), 'run.json').scenarios, []);
});

test('a run is what its published schema says', () => {
  const validate = new Ajv({ allowUnionTypes: true, formats: { 'date-time': true } }).compile(schema);
  validate(JSON.parse(formatJson(sampleRun())));
  assert.deepEqual(validate.errors ?? [], []);
  assert.ok(!validate({ ...sampleRun(), totals: undefined }));
});

test('what is no run, or of a later schema, is refused', () => {
  assert.throws(() => parseJson('{}', 'x.json'), { name: 'InputError', message: 'x.json is not a run of mailspec' });
  assert.throws(() => parseJson('[', 'x.json'), /^InputError: x\.json is not JSON/);
  const later = formatJson({ ...sampleRun(), schemaVersion: 99 });
  assert.throws(() => parseJson(later, 'x.json'), /schema 99; this mailspec reads up to 1/);
});
