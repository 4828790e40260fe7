import assert from 'node:assert';
import { test } from 'node:test';
import { sampleRequirements, sampleResult, sampleRun } from '../../testing/sample';
import { coverageOf } from '../../verdict/coverage';
import { formatMatrixHtml } from './html';
import { formatMatrixMarkdown } from './markdown';

const good = sampleRun([sampleResult(), sampleResult({ id: 'smtp/order#2', name: 'Two' })], { target: 'Good' });
const bad = sampleRun([sampleResult({ verdict: 'fail', reason: 'came <250>' })], { target: 'Bad' });

test('as Markdown: an RFC a row, a target a column', () => {
  assert.equal(
    formatMatrixMarkdown([good, bad], coverageOf(sampleRequirements, [])),
    `| RFC | Good | Bad |
|---|---|---|
| RFC 5321 Simple Mail Transfer Protocol | 2 pass | 1 fail |
| **all** | 2 pass | 1 fail |
`,
  );
});

test('as HTML: a scenario a row, each verdict linked to its evidence, and what was not run said', () => {
  const html = formatMatrixHtml([
    { run: good, report: 'good/report.html' },
    { run: bad, report: 'bad/report.html' },
  ]);
  assert.match(
    html,
    /<a class="fail" href="bad\/report\.html#smtp%2Forder%23rcpt-before-mail" title="came &lt;250>">fail<\/a>/,
  );
  assert.match(html, /<td>Two<\/td><td><a class="pass"[^\n]*<td class="dim">not run<\/td>/);
});
