import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleResult, sampleRun } from '../testing/sample';
import { formatMarkdown } from './markdown';

test('totals by RFC, then what is wrong with its evidence', () => {
  const verdict = { verdict: 'fail', reason: 'came *250*', code: 'c', name: 'A <b>' } as const;
  assert.equal(
    formatMarkdown(sampleInput(sampleRun([sampleResult(verdict), sampleResult({ id: 'smtp/order#ok' })]))),
    `## mailspec against sample

2 scenarios in 1.2 s: 1 pass, 1 fail

| RFC | pass | fail | warn | info | not applicable | blocked | error | not played |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
| RFC 5321 Simple Mail Transfer Protocol | 1 | 1 |  |  |  |  |  |  |

### Failures (1)

- **A \\<b\\>**  
  RFC 5321 §3.3 MUST: RCPT outside is 503. (R5321-3.3-8)  
  came \\*250\\*

  \`\`\`text
  came *250*

  mailspec run --target my.yaml --seed 7 --id smtp/order#rcpt-before-mail
  \`\`\`
`,
  );
});

test('with a baseline, what it does not list is told as that', () => {
  const text = formatMarkdown(
    sampleInput(sampleRun([sampleResult({ verdict: 'fail', reason: 'x' })]), { target: '', entries: [] }),
  );
  assert.match(text, /### Failures that the baseline does not list \(1\)\n/);
});

test('a stale baseline is told', () => {
  const entries = [{ id: 'smtp/order#rcpt-before-mail', verdict: 'fail' as const, why: 'known' }];
  const text = formatMarkdown(sampleInput(sampleRun([sampleResult()]), { target: '', entries }));
  assert.match(text, /### Stale in the baseline\n\n- `smtp\/order#rcpt-before-mail` passes now/);
});
