import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleResult, sampleRun } from '../../testing/sample';
import { takesColour } from './paint';
import { summary } from './summary';

const plain = { colour: false, written: ['out/report.html'] };

test('a fail shows id, requirement, reason, diff, and the command that replays it', () => {
  const detail = 'S: 503\n   ^ asked\ncame: 250';
  const fail = sampleResult({ verdict: 'fail', code: 'status-differs', reason: 'asked 503, came 250', detail });
  assert.equal(
    summary(sampleInput(sampleRun([fail])), plain),
    `RFC 5321 Simple Mail Transfer Protocol  1 fail  (1 of 3 requirements have scenarios)
  §3.3  1 fail

fail     smtp/order#rcpt-before-mail
         RFC 5321 §3.3 MUST: RCPT outside is 503. (R5321-3.3-8)
         status-differs: asked 503, came 250
           S: 503
              ^ asked
           came: 250
         mailspec run --target my.yaml --seed 7 --id smtp/order#rcpt-before-mail

report: out/report.html
1 scenario against sample in 1.2 s: 1 fail
`,
  );
});

test('what has one cause is told once', () => {
  const error = (id: string) => sampleResult({ id, verdict: 'error', code: 'refused', reason: 'connection refused' });
  const text = summary(sampleInput(sampleRun([error('a#1'), error('a#2'), error('a#3')])), plain);
  assert.equal(text.match(/connection refused/g)?.length, 1);
  assert.match(text, /the same in 2 scenarios more:\n {11}a#2\n {11}a#3\n/);
});

test('the last screen lists the causes in the order in which to mend them', () => {
  const red = (id: string, command: string, transcript: string) => {
    const cause = { command, difference: '250 was expected, 500 came' };
    return sampleResult({ id, verdict: 'fail', reason: cause.difference, cause, transcript });
  };
  const scenarios = [
    red('a/b#1', 'DATA', ' 1.0 C1: a\n 1.1 C1: b'),
    red('a/b#2', 'EHLO', ''),
    red('a/b#3', 'EHLO', ''),
  ];
  assert.match(
    summary(sampleInput(sampleRun(scenarios)), plain),
    /2 causes, in the order in which to mend them:\n +1\. fail +EHLO: 250 was expected, 500 came\n +a\/b#2 and 1 more\n +2\. fail +DATA: .*\n +a\/b#1\n\nreport:/,
  );
});

test('all that must be mended is listed, warnings only where there is room', () => {
  const red = (verdict: 'fail' | 'warn', n: number) => {
    const cause = { command: `X${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}`, difference: '250 was expected, 500 came' };
    return sampleResult({ id: `a/b#${verdict}${n}`, verdict, reason: cause.difference, cause });
  };
  const scenarios = Array.from({ length: 24 }, (_, n) => red('fail', n)).concat(red('warn', 24), red('warn', 25));
  const text = summary(sampleInput(sampleRun(scenarios)), plain);
  assert.match(text, /26 causes, in the order[\s\S]* 24\. fail .*\n.*\n +… and 2 more: see the report/);
});

test('what does not apply is counted by reason', () => {
  const na = (id: string, reason: string) => sampleResult({ id, verdict: 'notApplicable', reason });
  const text = summary(sampleInput(sampleRun([na('a', 'needs X'), na('b', 'needs Y'), na('c', 'needs Y')])), plain);
  assert.match(text, /not applicable:\n {2}2 × needs Y\n {2}1 × needs X\n/);
});

test('what the baseline lists is counted and not told again', () => {
  const run = sampleRun([sampleResult({ id: 'a#1', verdict: 'fail', reason: 'odd' })]);
  const text = summary(sampleInput(run, { target: '', entries: [{ id: 'a#1', verdict: 'fail', why: 'x' }] }), plain);
  assert.doesNotMatch(text, /odd/);
  assert.match(text, /1 of 1 known from the baseline/);
});

test('colours only on a terminal, and never with NO_COLOR', () => {
  assert.equal(takesColour({ isTTY: true }, {}), true);
  assert.equal(takesColour({ isTTY: true }, { NO_COLOR: '1' }), false);
  assert.equal(takesColour({ isTTY: true }, { NO_COLOR: '' }), true);
  assert.equal(takesColour({}, {}), false);
  assert.doesNotMatch(summary(sampleInput(), plain), /\u001b/);
  assert.match(summary(sampleInput(), { ...plain, colour: true }), /\u001b\[31mfail/);
});
