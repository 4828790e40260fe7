import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlText } from './html-text';
import { PARSER } from './parser';
import { preview } from './preview';

function previewed(...lines: string[]): string {
  const octets = Buffer.from(lines.join('\r\n'));
  return preview(octets, PARSER.structure(octets));
}

const multipart = (subtype: string, ...parts: string[][]) => [
  `Content-Type: multipart/${subtype}; boundary=b`,
  '',
  ...parts.flatMap((part) => ['--b', ...part]),
  '--b--',
];
const PLAIN = ['Content-Type: text/plain', '', 'Plain.'];
const HTML = ['Content-Type: text/html', '', '<p>Rich.</p>'];

test('a text becomes one line, without spaces at its ends', () => {
  assert.equal(previewed('', '', '  One', '\ttwo\0  three  ', ''), 'One two three');
});

test('it ends after 200 characters, which may be of several octets', () => {
  assert.equal(previewed('', 'ä'.repeat(300)), 'ä'.repeat(200));
  assert.equal(previewed('', '\u{1f600}'.repeat(300)), '\u{1f600}'.repeat(200));
});

test('plain text is taken before HTML, and HTML where there is no other', () => {
  assert.equal(previewed(...multipart('alternative', HTML, PLAIN)), 'Plain.');
  assert.equal(previewed(...multipart('alternative', ['', '  '], HTML)), 'Rich.');
});

test('attachments, messages within and what is no text give nothing', () => {
  const attachment = ['Content-Type: text/plain', 'Content-Disposition: attachment', '', 'Attached.'];
  const enclosed = ['Content-Type: message/rfc822', '', 'Subject: within', '', 'Within.'];
  assert.equal(previewed(...multipart('mixed', attachment, enclosed)), '');
  assert.equal(previewed('Content-Type: application/pdf', '', 'text'), '');
  assert.equal(previewed('Content-Type: text/plain', 'Content-Transfer-Encoding: x-none', '', 'text'), '');
});

test('of HTML the words are left', () => {
  assert.equal(htmlText('<head><title>T</title></head><p title="a>b">O<b>n</b>e</p><p>two').trim(), 'One  two');
  assert.equal(htmlText('a<!-- b -->c<script>d</script>e').trim(), 'ac  e');
  assert.equal(
    htmlText('&lt;p&gt; &auml;&#228;&#xE4; &#0; &#55296; &none; 1 < 2'),
    '<p> äää \ufffd \ufffd &none; 1 < 2',
  );
  assert.equal(htmlText('a<style>never closed').trim(), 'a');
});
