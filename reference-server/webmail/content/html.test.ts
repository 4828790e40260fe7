import assert from 'node:assert';
import { test } from 'node:test';
import { cleanHtml } from './html';
import { wishesOf } from './wishes';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function clean(html: string, remote = false) {
  const blocked: string[] = [];
  const wishes = wishesOf({
    remote,
    ownHosts: ['mail.example.test'],
    near: false,
    inline: new Map([
      ['dot', { type: 'image/png', content: Buffer.from(PNG, 'base64') }],
      ['drawing', { type: 'image/svg+xml', content: Buffer.from('<svg onload="x()"/>') }],
      ['lie', { type: 'image/png', content: Buffer.from('<html>') }],
    ]),
    link: (href) => `/link?to=${encodeURIComponent(href)}`,
    blocked: ({ href }) => blocked.push(href),
  });
  return { ...cleanHtml(html, wishes), blocked };
}

test('what a letter is made of stays', () => {
  const letter =
    '<h1>Hello</h1><p align="center">A <b>bold</b> <i>word</i><br />and</p><table border="1"><tr><td colspan="2">cell</td></tr></table>';
  assert.equal(clean(letter).html, letter);
});

test('elements that are not listed go, those that hold no text with all in them', () => {
  assert.equal(clean('a<script>x()</script><nav>b</nav><svg><style>c</style></svg><form>d<input></form>').html, 'abd');
});

test('handlers and whatever is not listed go from every element', () => {
  assert.equal(clean('<p onclick="x()" contenteditable tabindex="1" constructor="1">a</p>').html, '<p>a</p>');
});

test('a link leads to a page that shows where it leads; what leads nowhere is text', () => {
  assert.equal(
    clean('<a href="https://a.test/?q=1" target="_top" ping="https://p.test">a</a>').html,
    '<a href="/link?to=https%3A%2F%2Fa.test%2F%3Fq%3D1" title="a.test" target="_blank" rel="noopener noreferrer">a</a>',
  );
  for (const bad of [
    'javascript:x()',
    ' java\tscript:x()',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/logout',
    '',
  ])
    assert.equal(clean(`<a href="${bad}">a</a>`).html, '<a>a</a>', bad);
});

test('within the message a link goes on working', () => {
  assert.equal(clean('<a href="#top">a</a><p id="top">b</p>').html, '<a href="#mail-top">a</a><p id="mail-top">b</p>');
});

test('what lies elsewhere is fetched once it is asked for', () => {
  const html =
    '<img src="https://a.test/1.png" srcset="https://a.test/2.png 2x"><td background="//a.test/3.png" style="background:url(https://a.test/4.png)">x</td>';
  const before = clean(html);
  assert.ok(!/a\.test/.test(before.html), before.html);
  assert.deepEqual(before.blocked.sort(), ['https://a.test/1.png', 'https://a.test/3.png', 'https://a.test/4.png']);
  const after = clean(html, true);
  assert.match(after.html, /src="https:\/\/a\.test\/1\.png"/);
  assert.match(after.html, /background-image:url\(https:\/\/a\.test\/3\.png\)/);
  assert.deepEqual(after.blocked, []);
});

test('nothing is fetched from the webmail itself or from near by, though asked', () => {
  for (const host of [
    'mail.example.test',
    'localhost:8080',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    '192.168.1.1',
    'router',
    'printer.local',
  ])
    assert.ok(!clean(`<img src="http://${host}/x">`, true).html.includes('src'), host);
});

test('a picture of the message is carried, by what it is and not by what it says', () => {
  assert.ok(clean('<img src="cid:dot">').html.includes(`src="data:image/png;base64,${PNG}"`));
  assert.ok(clean(`<img src="data:image/png;base64,${PNG}">`).html.includes(`src="data:image/png;base64,${PNG}"`));
  for (const bad of [
    'cid:drawing',
    'cid:lie',
    'cid:none',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png;base64,PHN2Zz4=',
  ])
    assert.ok(!clean(`<img src="${bad}">`).html.includes('src'), bad);
});

test('style is read as a browser reads it, and nothing of it leaves its place or fetches', () => {
  assert.match(clean('<p style="color:red;position:fixed;COLOR : blue">x</p>').html, /style="color:red;color:blue"/i);
  for (const bad of [
    'background:url(https://a.test)',
    'background:\\75rl(https://a.test)',
    'background:u/**/rl(https://a.test)',
    'width:expression(x())',
    'background:image-set("https://a.test" 1x)',
    'content:url(https://a.test)',
    'color:var(--x)',
    '--x:1',
    'background:attr(title)',
  ])
    assert.equal(clean(`<p style="${bad}">x</p>`).html, '<p>x</p>', bad);
});

test('a sheet keeps its rules, with media, and ids as they are written', () => {
  const sheet = clean('<style>#top,p.a{color:red}@media (max-width:600px){td{display:block}}</style>').style;
  assert.equal(sheet, '#mail-top,p.a{color:red}@media (max-width:600px){td{display:block}}');
});

test('a sheet loses what fetches, what asks for attributes, and what ends it', () => {
  for (const bad of [
    '@import "https://a.test";',
    '@font-face{font-family:a;src:url(https://a.test)}',
    'a[href^="x"]{color:red}',
    'p::before{content:"x"}',
    'p{font-family:"</style><script>x()</script>"}',
    'p{color:red;background:url(https://a.test)',
    '@media print{@import "https://a.test";}',
  ])
    assert.ok(!/a\.test|href|before|<|import/.test(clean(`<style>${bad}</style>`).style), bad);
});

test('style below the limit of nesting is no way past the list', () => {
  const html = `${'<div>'.repeat(300)}<style><img src=x onerror=x()></style><textarea><img src=x onerror=x()></textarea>`;
  assert.ok(!clean(html).html.includes('onerror'));
});

test('what is huge or deep is read all the same', () => {
  // As its source, which takes no time by the square of its depth.
  assert.match(clean('<b>'.repeat(200_000)).html, /^<pre>&lt;b&gt;/);
  assert.ok(clean(`${'<table><tr><td>'.repeat(1_000)}end`).html.includes('end'));
  assert.ok(clean(`${'<br><img><p>'.repeat(50_000)}end`).html.endsWith('end</p>'));
  assert.equal(clean(`<p style="${'('.repeat(100_000)}">x</p>`).html, '<p>x</p>');
  assert.equal(clean(`<style>${'@media print{'.repeat(20_000)}</style>`).style, '');
  assert.ok(clean('x'.repeat(3_100_000)).cut);
});
