import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleRun } from '../../testing/sample';
import { formatHtml } from './html';

const html = formatHtml(sampleInput());

test('each scenario stands there once, with its verdict and the sentence of its requirement', () => {
  const items = [...html.matchAll(/<details class="item scenario" id="([^"]+)" data-kind="(\w+)"/g)];
  assert.deepEqual(
    items.map(([, , verdict]) => verdict),
    ['error', 'fail', 'warn', 'blocked', 'pass', 'info', 'notApplicable'],
  );
  assert.match(
    html,
    /<span class="rule">RFC 5321 §3\.3 MUST: RCPT outside is 503\..*<a href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc5321#section-3\.3">RFC 5321 §3\.3<\/a>/s,
  );
});

test('what came over the wire cannot become markup', () => {
  assert.ok(html.includes("50 OK &lt;fine> &amp; 'well'"));
  assert.ok(html.includes('A &lt;b>'));
});

test('the page needs nothing but itself', () => {
  assert.doesNotMatch(html, /<(link|img|iframe)\b|<script [^>]*src|@import|url\(/);
});

test('what selected the scenarios stands there as it was given', () => {
  const filters = { words: ['smtp', 'RFC 1939 §3'], exclude: ['pop3/top'], safe: true };
  const page = formatHtml(sampleInput(sampleRun([], { filters })));
  assert.match(page, />selected by smtp 'RFC 1939 §3' --exclude pop3\/top --safe</);
});

test('there is a filter for each verdict that occurs', () => {
  assert.equal([...html.matchAll(/<input type="checkbox" value="\w+" checked\/>/g)].length, 7);
});

test('what to mend stands at the top, a heading for each cause, its scenarios below', () => {
  const [first] = [...html.matchAll(/<details class="group cause" open>.*?<h2>(.*?)<\/h2>/gs)].map(
    ([, heading]) => heading,
  );
  assert.match(first!, /1\..*error.*the run was interrupted/s);
  assert.match(html, /What to mend has 3 causes/);
});

test('octets that the carets stand under are marked', () => {
  assert.match(html, /> S: <mark>503<\/mark>/);
  assert.match(html, /came: {2}<mark>2<\/mark>50 OK/);
});
