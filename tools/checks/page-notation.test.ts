import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkExpressions, checkLines } from './page-notation';

const row = (...keys: string[]) => [{ line: 2, keys, cells: [] }];
const messages = (findings: { message: string }[]) => findings.map(({ message }) => message);
const LINES = [
  'C: a',
  'C~ a',
  'S: 250',
  'S? 421',
  'S* a',
  'S! a',
  'S| a',
  'C: ${close}',
  'C: ${reset}',
  'C: ${starttls}',
];
const TLS = ['S: ${refused}', 'S: ${server-hello}'];
const ENDS = ['S: ${closed}', 'S: ${silent 1s}', ...TLS];
const EXPRESSIONS = ['${a}', '${*}', '${CR}', '${"a"}', '${a + 1}', '${2 * a}', '${upper(a)}', '${a:number}'];

test('every line of the notation', () => {
  assert.deepEqual(messages(checkLines(row(...LINES, ...ENDS))), []);
  assert.deepEqual(messages(checkLines(row(...LINES, ...TLS, 'S: ${closed}', 'C! a'))), [
    'no line of a dialogue: C! a',
    'line that is not on the page: silent',
  ]);
});

test("every line of a host's dialogue", () => {
  const lines = ['S: 250 a', 'S~ a', 'C: a', 'C? a', '…', 'S: ${close}', 'S: ${reset}', 'S: ${starttls}'];
  const heard = ['C: ${closed}', 'C: ${silent 1s}', 'C: ${message}'];
  assert.deepEqual(messages(checkLines(row(...lines, ...heard), 'server')), []);
  assert.deepEqual(messages(checkLines(row(...lines, ...heard.slice(1), 'C* a'), 'server')), [
    'no line of a dialogue: C* a',
    'line that is not on the page: closed',
  ]);
});

test('every kind of expression', () => {
  assert.deepEqual(messages(checkExpressions(row(...EXPRESSIONS))), []);
  assert.deepEqual(messages(checkExpressions(row(...EXPRESSIONS.filter((one) => !one.includes('+'))))), [
    'expression that is not on the page: sum',
  ]);
  assert.match(messages(checkExpressions(row(...EXPRESSIONS, '${a:date}')))[0] ?? '', /cannot be parsed/);
});
