import assert from 'node:assert';
import { test } from 'node:test';
import { sampleRequirements, sampleScenarios } from '../../testing/sample';
import { coverageOf } from '../../verdict/coverage';
import { formatCoverageHtml } from './html';
import { formatCoverageMarkdown } from './markdown';

const [, , warned] = sampleScenarios();
const played = coverageOf(sampleRequirements, [warned!]);

test('as Markdown, with the verdict where it was played', () => {
  assert.equal(
    formatCoverageMarkdown(played, 'Coverage'),
    `# Coverage

| RFC | requirements | covered | excused | missing |
|---|--:|--:|--:|--:|
| RFC 5321 Simple Mail Transfer Protocol | 4 | 1 | 1 | 2 |

## RFC 5321 Simple Mail Transfer Protocol

| id | section | level | says | state | scenarios |
|---|---|---|---|---|---|
| R5321-3.3-8 | §3.3 | MUST | RCPT outside is 503. | missing |  |
| R5321-4.1.4-2 | §4.1.4 | SHOULD | NOOP is fine at any time. | warn | \`smtp/order#b\` |
| R5321-4.1.4-3 | §4.1.4 | MUST | QUIT. | binds-the-client |  |
| R5321-4.1.4-4 | §4.1.4 | MUST | Nobody plays this. | missing |  |
`,
  );
});

test('as HTML, with links into the report of the run', () => {
  const html = formatCoverageHtml(played, 'Coverage', 'report.html');
  assert.match(html, /<a class="warn" href="report\.html#smtp%2Forder%23b">smtp\/order#b<\/a>/);
  assert.match(html, /4 requirements: 1 covered, 1 excused, 2 missing/);
  assert.doesNotMatch(formatCoverageHtml(coverageOf(sampleRequirements, []), 'Coverage'), /report\.html/);
});
