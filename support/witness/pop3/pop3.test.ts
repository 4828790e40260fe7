import assert from 'node:assert/strict';
import { test } from 'node:test';
import { witnessed } from '../../testing/witnessed';
import { POP3_RULES } from '../rules';

const GREETED = ['S: +OK hi <1.2@a.test>'];
const LOGGED_IN = [...GREETED, 'C: USER a', 'S: +OK', 'C: PASS b', 'S: +OK in'];
const CAPA = ['C: CAPA', 'S: +OK', 'S: TOP', 'S: SASL PLAIN', 'S: RESP-CODES', 'S: EXPIRE NEVER', 'S: .'];
const MESSAGE = ['S: +OK', 'S: A: b', 'S:', 'S: one', 'S: two', 'S: .'];

/** By rule, what breaks it and nothing else. */
const BROKEN: Record<(typeof POP3_RULES)[number], string[]> = {
  'pop3-indicator': ['S: +ok hi'],
  'pop3-line-end': ['S~ +OK hi\n'],
  'pop3-first-line-length': [`S: +OK ${'x'.repeat(510)}`],
  'pop3-space-before-text': [...GREETED, 'C: NOOP', 'S: -ERR\tno'],
  'pop3-text': [...GREETED, 'C: USER a', 'S: -ERR n\xf6'],
  'pop3-response-code': [...GREETED, ...CAPA, 'C: USER a', 'S: -ERR [in use] no'],
  'pop3-greeting-timestamp': ['S: +OK hi <now>'],
  'pop3-stuffing': [...LOGGED_IN, 'C: RETR 1', 'S: +OK', 'S: a', 'S: .b', 'S: .'],
  'pop3-capability': [...GREETED, 'C: CAPA', 'S: +OK', 'S: SASL  PLAIN', 'S: .'],
  'pop3-capability-length': [...GREETED, 'C: CAPA', 'S: +OK', `S: X ${'x'.repeat(520)}`, 'S: .'],
  'pop3-capability-arguments': [...GREETED, 'C: CAPA', 'S: +OK', 'S: EXPIRE soon', 'S: .'],
  'pop3-drop-listing': [...LOGGED_IN, 'C: STAT', 'S: +OK 2 messages'],
  'pop3-scan-listing': [...LOGGED_IN, 'C: LIST', 'S: +OK', 'S: 1 large', 'S: .'],
  'pop3-unique-id-listing': [...LOGGED_IN, 'C: UIDL', 'S: +OK', 'S: 1 a b', 'S: .'],
  'pop3-language-listing': [...GREETED, 'C: LANG', 'S: +OK', 'S: en_GB English', 'S: .'],
  'pop3-challenge': [...GREETED, 'C: AUTH PLAIN', 'S: + go on'],
  'pop3-asked': [...GREETED, 'S: +OK still here'],
  'pop3-challenge-in-auth': [...GREETED, 'C: USER a', 'S: + '],
  'pop3-quit-is-last': [...GREETED, 'C: QUIT', 'S: +OK', 'S: +OK'],
  'pop3-before-login': [...GREETED, 'C: STAT', 'S: +OK 0 0'],
  'pop3-after-login': [...LOGGED_IN, 'C: USER a', 'S: +OK'],
  'pop3-number-as-asked': [...LOGGED_IN, 'C: LIST 2', 'S: +OK 1 20'],
  'pop3-no-such-message': [...LOGGED_IN, 'C: STAT', 'S: +OK 1 20', 'C: LIST 2', 'S: +OK 2 20'],
  'pop3-marked-refused': [...LOGGED_IN, 'C: DELE 1', 'S: +OK', 'C: LIST 1', 'S: +OK 1 20'],
  'pop3-marked-not-listed': [...LOGGED_IN, 'C: DELE 1', 'S: +OK', 'C: LIST', 'S: +OK', 'S: 1 20', 'S: .'],
  'pop3-numbers': [...LOGGED_IN, 'C: LIST', 'S: +OK', 'S: 1 20', 'S: 3 20', 'S: .'],
  'pop3-stat-counts': [...LOGGED_IN, 'C: STAT', 'S: +OK 2 20', 'C: LIST', 'S: +OK', 'S: 1 20', 'S: .'],
  'pop3-stat-sums': [...LOGGED_IN, 'C: STAT', 'S: +OK 1 21', 'C: LIST', 'S: +OK', 'S: 1 20', 'S: .'],
  'pop3-size-as-sent': [...LOGGED_IN, 'C: LIST 1', 'S: +OK 1 16', 'C: RETR 1', ...MESSAGE],
  'pop3-message-stays': [...LOGGED_IN, 'C: RETR 1', ...MESSAGE, 'C: RETR 1', 'S: +OK', 'S: A: c', 'S:', 'S: .'],
  'pop3-top-is-the-beginning': [...LOGGED_IN, 'C: RETR 1', ...MESSAGE, 'C: TOP 1 1', ...MESSAGE],
  'pop3-unique-ids-differ': [...LOGGED_IN, 'C: UIDL', 'S: +OK', 'S: 1 a', 'S: 2 a', 'S: .'],
  'pop3-unique-id-stays': [...LOGGED_IN, 'C: UIDL 1', 'S: +OK 1 a', 'C: UIDL 1', 'S: +OK 1 b'],
  'pop3-mechanisms-stay': [...GREETED, ...CAPA, ...LOGGED_IN.slice(1), 'C: CAPA', 'S: +OK', 'S: TOP', 'S: .'],
  'pop3-values-of-users': [
    ...GREETED,
    ...CAPA,
    ...LOGGED_IN.slice(1),
    'C: CAPA',
    'S: +OK',
    'S: SASL PLAIN',
    'S: EXPIRE 60',
    'S: .',
  ],
};

test('values that differ by user say so', () => {
  const capa = (...lines: string[]) => ['C: CAPA', 'S: +OK', ...lines, 'S: .'];
  const session = (before: string, after: string) =>
    witnessed('pop3', ...GREETED, ...capa(before), ...LOGGED_IN.slice(1), ...capa(after)).broken;
  assert.deepEqual(session('S: EXPIRE 30 USER', 'S: EXPIRE 60'), []);
  assert.deepEqual(session('S: EXPIRE NEVER', 'S: EXPIRE never'), []);
  assert.deepEqual(session('S: EXPIRE 30 USER', 'S: EXPIRE 30 USER'), ['pop3-values-of-users']);
});

for (const rule of POP3_RULES) {
  test(`${rule} is seen to be broken`, () => {
    assert.deepEqual(witnessed('pop3', ...BROKEN[rule]).broken, [rule]);
  });
}

test('a right session breaks nothing', () => {
  const { broken, applied } = witnessed(
    'pop3',
    ...GREETED,
    ...CAPA,
    ...LOGGED_IN.slice(1),
    ...CAPA,
    ...['C: STAT', 'S: +OK 2 37', 'C: LIST', 'S: +OK', 'S: 1 18', 'S: 2 19', 'S: .', 'C: RETR 1', ...MESSAGE],
    ...['C: TOP 1 1', 'S: +OK', 'S: A: b', 'S:', 'S: one', 'S: .', 'C: DELE 1', 'S: +OK', 'C: LIST 1', 'S: -ERR'],
    ...['C: LIST', 'S: +OK', 'S: 2 19', 'S: .', 'C: STAT', 'S: +OK 1 19', 'C: UIDL', 'S: +OK', 'S: 2 x', 'S: .'],
    ...['C: QUIT', 'S: +OK bye'],
  );
  assert.deepEqual(broken, []);
  assert.ok(applied.has('pop3-stat-sums') && applied.has('pop3-size-as-sent') && applied.has('pop3-marked-not-listed'));
});

test('what no RFC forbids is let be', () => {
  for (const said of [
    // Text behind a size, a tag that nobody knows, a text in UTF-8 where it was asked for, a code where none are announced.
    [...LOGGED_IN, 'C: STAT', 'S: +OK 1 20 today', 'C: LIST 1', 'S: +OK 1 20 from Ann'],
    [...GREETED, 'C: CAPA', 'S: +OK', 'S: XTOY with it', 'S: IMPLEMENTATION toy', 'S: .'],
    [...GREETED, 'C: UTF8', 'S: +OK', 'C: USER a', 'S: -ERR n\xc3\xb6'],
    [...GREETED, 'C: USER a', 'S: -ERR [what?] no'],
    // Who must end says so.
    [...GREETED, 'S: -ERR [SYS/TEMP] shutting down'],
    // Pipelined, and a response whole in one piece with the next.
    [...GREETED, 'C: NOOP', 'C: USER a', 'S~ -ERR no\r\n+OK\r\n'],
    // An exchange of AUTH.
    [...GREETED, 'C: AUTH PLAIN', 'S: + ', 'C: AGEAYg==', 'S: +OK', 'C: STAT', 'S: +OK 0 0'],
  ])
    assert.deepEqual(witnessed('pop3', ...said).broken, [], said.join('\n'));
});

test('a session is let go where nobody can tell what a line is', () => {
  for (const unclear of ['C~ STAT\n', 'C~ NO\rOP\r\n', 'C~ NO\0OP\r\n', `C: ${'x'.repeat(600)}`])
    assert.deepEqual(witnessed('pop3', ...GREETED, unclear, 'S: -ERR', 'S: -ERR', 'S: +ok').broken, [], unclear);
});

test('what came is shown with a caret under the octet', () => {
  const { details } = witnessed('pop3', ...BROKEN['pop3-stuffing']);
  assert.match(details, /^asked: RETR 1\ncame: .*\.b.*\n {14,}\^$/);
});
