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
    `fail     smtp/order#rcpt-before-mail
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

const red = (id: string, verdict: 'fail' | 'warn', command: string, more: object = {}) => {
  const cause = { command, difference: '250 was expected, 500 came' };
  return sampleResult({ id, verdict, reason: cause.difference, cause, ...more });
};

test('the last screen lists causes and requirements, a line each, in the order in which to mend them', () => {
  const scenarios = [
    red('a/b#1', 'fail', 'DATA', { transcript: ' 1.0 C1: a\n 1.1 C1: b', requirements: ['R5321-4.1.4-2'] }),
    red('a/b#2', 'fail', 'EHLO'),
    red('a/b#3', 'warn', 'EHLO'),
  ];
  assert.match(
    summary(sampleInput(sampleRun(scenarios)), plain),
    /2 causes, in the order in which to mend them:\n +1\. fail +EHLO: 250 was expected, 500 came \(2 scenarios\)\n +2\. fail +DATA: .*\n\n2 requirements are broken \(.*\):\n {2}R5321-3\.3-8 {4}1 fail, 1 warn {2}MUST: RCPT outside is 503\.\n {2}R5321-4\.1\.4-2 {2}1 fail {10}SHOULD: NOOP is fine at any time\.\n {2}to play one again: mailspec run --target my\.yaml --seed 7 ID\n\nreport:/,
  );
});

test('however much went wrong, it fits two screens, and no line is wider than the terminal', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const scenarios = Array.from({ length: 650 }, (_, n) =>
    red(`a/b#${n}`, 'fail', `X${letters[n % 26]}${letters[Math.floor(n / 26)]}`, {
      requirements: [`R5321-${n}-1`],
      reason: 'long '.repeat(50),
    }),
  );
  const lines = summary(sampleInput(sampleRun(scenarios)), { ...plain, width: 80 }).split('\n');
  assert.ok(lines.length < 100, String(lines.length));
  const from = lines.findIndex((line) => line.startsWith('650 causes'));
  assert.deepEqual(
    lines.slice(from).filter((line) => line.length > 80),
    [lines.at(-2)].filter((line) => line!.length > 80),
  );
  assert.ok(lines.includes('      … and 630 more: see the report'));
});

test('marks of a dialogue are explained where they stand', () => {
  const detail = '    C: RETR 1\n  > S| ${first}\n       ^';
  const text = summary(sampleInput(sampleRun([sampleResult({ verdict: 'fail', detail, reason: 'x' })])), plain);
  assert.match(text, /\(S\| text: a line of the payload, in its order\)\n +\(\$\{name\}: a value that the suite/);
});

test('what does not apply is one line, what has changed another, and a quiet run says only how it ended', () => {
  const na = (id: string, reason: string) => sampleResult({ id, verdict: 'notApplicable', reason });
  const input = sampleInput(sampleRun(['X', 'Y', 'Y', 'Z', 'V'].map((need, n) => na(String(n), `needs ${need}`))));
  const since = 'since the last run: 37 mended';
  assert.equal(
    summary(input, { ...plain, since }),
    `not applicable: 2 × needs Y; 1 × needs X; 1 × needs Z; 1 other reasons
since the last run: 37 mended
report: out/report.html
5 scenarios against sample in 1.2 s: 5 not applicable
`,
  );
  assert.equal(summary(input, { ...plain, since, quiet: true }).split('\n').length, 2);
});

test('what the baseline lists is counted and not told again', () => {
  const run = sampleRun([sampleResult({ id: 'a#1', verdict: 'fail', reason: 'odd' })]);
  const text = summary(sampleInput(run, { target: '', entries: [{ id: 'a#1', verdict: 'fail', why: 'x' }] }), plain);
  assert.doesNotMatch(text, /odd/);
  assert.match(text, /1 of 1 known from the baseline/);
});

test('colours as the user wishes, else on a terminal, and never with NO_COLOR', () => {
  assert.equal(takesColour({ isTTY: true }, {}), true);
  assert.equal(takesColour({ isTTY: true }, { NO_COLOR: '1' }), false);
  assert.equal(takesColour({ isTTY: true }, { NO_COLOR: '' }), true);
  assert.equal(takesColour({}, {}), false);
  assert.equal(takesColour({}, { FORCE_COLOR: '1' }), true);
  assert.equal(takesColour({ isTTY: true }, { FORCE_COLOR: '0' }), false);
  assert.equal(takesColour({}, { NO_COLOR: '1' }, true), true);
  assert.equal(takesColour({ isTTY: true }, {}, false), false);
  assert.doesNotMatch(summary(sampleInput(), plain), /\u001b/);
  assert.match(summary(sampleInput(), { ...plain, colour: true }), /\u001b\[31mfail/);
});
