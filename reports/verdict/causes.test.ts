import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioResult } from '../run';
import { sampleResult } from '../testing/sample';
import { causesOf } from './causes';

const sent = (count: number) => Array.from({ length: count }, (_, n) => `     0.${n} C1: NOOP`).join('\n');

/** A scenario in which a command was answered otherwise after so many lines of the client. */
function red(id: string, command: string, came: string, lines: number, more: Partial<ScenarioResult> = {}) {
  const reason = `250 was expected, ${came} came`;
  const cause = { command, difference: reason };
  return sampleResult({ id, verdict: 'fail', code: 'status-differs', reason, cause, transcript: sent(lines), ...more });
}

test('the same command that differs in the same way is one cause, the plain scenario first', () => {
  const causes = causesOf([
    red('smtp/smuggling#a', 'NOOP', '500', 9),
    red('smtp/noop#b', 'NOOP', '500', 2),
    red('smtp/noop#c', 'NOOP', '500', 3, { verdict: 'warn', level: 'SHOULD' }),
    red('smtp/noop#d', 'NOOP', '421', 2),
    red('lmtp/noop#e', 'NOOP', '500', 2),
    sampleResult({ id: 'smtp/x#f' }),
  ]);
  assert.deepEqual(
    causes.map(({ title, scenarios }) => [title, scenarios.map(({ id }) => id)]),
    [
      ['NOOP: 250 was expected, 500 came', ['smtp/noop#b', 'smtp/smuggling#a', 'smtp/noop#c']],
      ['NOOP: 250 was expected, 421 came', ['smtp/noop#d']],
      ['NOOP: 250 was expected, 500 came', ['lmtp/noop#e']],
    ],
  );
});

test('which codes besides would have done does not part a cause; whether to accept or to refuse does', () => {
  const answered = (id: string, difference: string) =>
    red(id, 'RCPT', '', 1, { cause: { command: 'RCPT', difference } });
  const causes = causesOf([
    answered('smtp/a#1', '250 was expected, 501 came'),
    answered('smtp/a#2', '250 or 4xx or 550 was expected, 501 came'),
    answered('smtp/a#3', '503 was expected, 501 came'),
  ]);
  assert.deepEqual(
    causes.map(({ scenarios }) => scenarios.length),
    [2, 1],
  );
});

test('what shows early is mended first; a fail before a warning', () => {
  const causes = causesOf([
    red('smtp/a#late', 'DATA', '500', 5),
    red('smtp/a#warning', 'VRFY', '500', 1, { verdict: 'warn' }),
    red('smtp/a#early', 'EHLO', '500', 1),
  ]);
  assert.deepEqual(
    causes.map(({ scenarios }) => scenarios[0].id),
    ['smtp/a#early', 'smtp/a#late', 'smtp/a#warning'],
  );
});

test('what blocks others is mended first, and what needs an extension last', () => {
  const causes = causesOf([
    red('smtp/a#extension', 'BDAT', '500', 1, { tags: ['@needs-smtp-CHUNKING'] }),
    red('smtp/a#basic', 'EHLO', '500', 2, { tags: ['@needs-smtp'] }),
    red('smtp/a#blocking', 'RCPT', '500', 3, { requirements: ['R5321-3.3-d'] }),
    sampleResult({ id: 'smtp/a#blocked', verdict: 'blocked', code: 'x', reason: 'x', blockedBy: 'R5321-3.3-d' }),
  ]);
  assert.deepEqual(
    causes.map(({ scenarios }) => scenarios[0].id),
    ['smtp/a#blocking', 'smtp/a#basic', 'smtp/a#extension', 'smtp/a#blocked'],
  );
});

test('what is blocked or in error for one reason is one cause, whatever the numbers in it', () => {
  const blocked = (id: string, reason: string) => sampleResult({ id, verdict: 'blocked', code: 'timeout', reason });
  const error = sampleResult({ id: 'a#3', verdict: 'error', code: 'refused', reason: 'connection refused' });
  const causes = causesOf([blocked('a#1', 'nothing within 5000 ms'), blocked('a#2', 'nothing within 4990 ms'), error]);
  assert.deepEqual(
    causes.map(({ scenarios }) => scenarios.length),
    [1, 2],
  );
});

test('what a scenario calls a thing makes no cause of its own', () => {
  const differs = (id: string, name: string) => {
    const cause = { command: 'UIDL', difference: `the payload differs (1 \${${name}})` };
    return sampleResult({ id, verdict: 'fail', code: 'payload-differs', reason: 'the payload differs', cause });
  };
  const causes = causesOf([differs('pop3/a#1', 'first'), differs('pop3/a#2', 'kept')]);
  assert.equal(causes.length, 1);
  assert.match(causes[0]!.title, /first/);
});

test('what kills the server comes before the errors that follow from it', () => {
  const causes = causesOf([
    sampleResult({ id: 'smtp/a#gone', verdict: 'error', code: 'connection-refused', reason: 'cannot connect' }),
    red('smtp/a#other', 'RCPT', '250', 1),
    sampleResult({ id: 'smtp/a#killer', verdict: 'fail', code: 'server-died', reason: 'the server died' }),
  ]);
  assert.deepEqual(
    causes.map(({ scenarios }) => scenarios[0].id),
    ['smtp/a#killer', 'smtp/a#gone', 'smtp/a#other'],
  );
});
