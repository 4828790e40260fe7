import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput } from '../../testing/sample';
import { formatHtml } from './html';

const html = formatHtml(sampleInput());

test('each scenario stands there once, with its verdict and the sentence of its requirement', () => {
  const items = [...html.matchAll(/<details class="scenario" id="([^"]+)" data-verdict="(\w+)"/g)];
  assert.deepEqual(
    items.map(([, , verdict]) => verdict),
    ['pass', 'fail', 'warn', 'info', 'notApplicable', 'blocked', 'error'],
  );
  assert.match(
    html,
    /<a href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc5321#section-3\.3">RFC 5321 §3\.3<\/a> MUST: RCPT outside is 503\./,
  );
});

test('what came over the wire cannot become markup', () => {
  assert.ok(html.includes('came: 250 OK &lt;fine&gt; &amp; &#39;well&#39;'));
  assert.ok(html.includes('A &lt;b&gt;'));
});

test('the page needs nothing but itself', () => {
  assert.doesNotMatch(html, /<(link|img|iframe)\b|<script [^>]*src|@import|url\(/);
});

test('there is a filter for each verdict that occurs', () => {
  assert.equal([...html.matchAll(/<input type="checkbox" value="\w+" checked>/g)].length, 7);
});

test('what to mend stands at the top, once a cause, with links to its scenarios', () => {
  const list = /<details class="causes" open>.*?\n<\/details>\n/s.exec(html)?.[0] ?? '';
  assert.match(list, /What to mend, in this order: 3</);
  assert.match(list, /<a href="#smtp%2Forder%23a">asked 503, came 250<\/a>/);
});
