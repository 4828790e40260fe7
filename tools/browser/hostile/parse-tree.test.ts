/**
 * The first wall, judged without a browser: another parser than the sanitiser's (parse5, which builds the tree that browsers build) finds nothing in what
 * is shown of any vector but what is listed here. So are judged those, too, that cannot fire in today's Chromium.
 */
import assert from 'node:assert';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'parse5';
import {
  downloadHeaders,
  type ReadMessage,
  readMessage,
  showBody,
  signedLinks,
} from '../../../reference-server/webmail/content';
import { messageOf, readCorpus, type Vector } from './corpus';

interface Node {
  nodeName: string;
  tagName?: string;
  namespaceURI?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}

const ROOT = join(__dirname, '../../..').replace(/\/dist$/, '');
const OWN = 'http://webmail.test';
const links = signedLinks(Buffer.alloc(32, 7), '/link');
const HTML = 'http://www.w3.org/1999/xhtml';
/** Ours: the head of the document. */
const OF_HEAD = new Set(['html', 'head', 'meta', 'title', 'style', 'body']);
const SHOWS =
  /^(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|dfn|div|dl|dt|em|fig(?:caption|ure)|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|su[bp]|table|t(?:body|d|foot|h|head|r|t|ime)|u|ul|var|wbr)$/;
const NEVER =
  /^(?:on|xlink|xmlns|srcset|poster|background$|action|formaction|ping|data|srcdoc|name$|is$|nonce|usemap|autofocus|popover|slot|part$|http-equiv)/;

const corpus = readCorpus(ROOT, OWN);

test(`the corpus has at least 150 vectors, each with a name of its own`, () => {
  assert.ok(corpus.length >= 150, String(corpus.length));
  assert.equal(new Set(corpus.map(({ name }) => name)).size, corpus.length);
  for (const { name, tries, source } of corpus) assert.ok(tries && source, name);
});

for (const vector of corpus) {
  test(`${vector.name}: ${vector.tries}`, async () => {
    const message = await readMessage(messageOf(vector));
    checkHeads(vector, message);
    checkFiles(vector, message);
    const { document } = showBody(message, { link: links.to });
    checkTree(parse(document) as Node, vector);
  });
}

/** Every element, attribute, address and declaration of the tree. */
function checkTree(root: Node, { host }: Vector): void {
  const waiting = [root];
  let ofHead = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...(node.childNodes ?? []));
    if (node.nodeName === '#comment') assert.fail('a comment');
    const { tagName: tag, attrs = [] } = node;
    if (tag === undefined) continue;
    assert.equal(node.namespaceURI, HTML, `<${tag}> of another namespace`);
    if (OF_HEAD.has(tag)) ofHead++;
    else assert.match(tag, SHOWS);
    if (tag === 'style' && !node.childNodes?.[0]?.value?.startsWith(':root{'))
      checkStyle(node.childNodes?.[0]?.value ?? '', host);
    for (const { name, value } of attrs) checkAttribute(tag, name, value, host);
  }
  // html, head, two of meta, title, body, and one or two of style: none came with the message.
  assert.ok(ofHead === 7 || ofHead === 8, `${ofHead} elements of a head`);
}

function checkAttribute(tag: string, name: string, value: string, host: string): void {
  if (tag === 'meta') return;
  assert.doesNotMatch(name, NEVER);
  if (name === 'href') assert.match(value, /^(?:#mail-[\w-]+$|\/link\?to=)/);
  else if (name === 'src') assert.match(value, /^data:image\/(?:png|gif|jpeg|webp|avif);base64,[A-Za-z0-9+/=]*$/);
  else if (name === 'style') checkStyle(value, host);
  else if (name === 'target') assert.equal(value, '_blank');
  else if (name === 'rel') assert.equal(value, 'noopener noreferrer');
  else if (name === 'id') assert.match(value, /^mail-/);
}

function checkStyle(text: string, host: string): void {
  assert.ok(!text.includes(host), 'style that names a host elsewhere');
  assert.doesNotMatch(
    text,
    /url\(|@import|@font-face|expression|behavior|binding|position\s*:|transform|z-index|content\s*:|\[|\\|<\/|image-set|var\(/i,
  );
}

/** One line each, in which nothing turns around, and the address of who wrote. */
function checkHeads({ shown }: Vector, { head }: ReadMessage): void {
  const lines = [head.subject, head.messageId, ...[...head.from, ...head.to, ...head.cc].map(({ label }) => label)];
  for (const line of lines)
    assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
  for (const { label, address } of head.from) assert.ok(label.includes(address) && label.length < 500, label);
  if (shown?.subject !== undefined) assert.equal(head.subject, shown.subject);
  if (shown?.from !== undefined) assert.equal(head.from[0]?.label, shown.from);
  if (shown?.pretends !== undefined) assert.equal(head.from[0]?.pretends, shown.pretends);
}

/** Fit for a folder and for the field, sent as a file, and never as a document. */
function checkFiles({ file, runs }: Vector, { attachments }: ReadMessage): void {
  for (const { name, type, size } of attachments) {
    assert.doesNotMatch(name, /[\u0000-\u001f/\\<>:"|?*\u202a-\u202e]|^\.|[. ]$/);
    assert.ok([...name].length <= 80, name);
    const headers = downloadHeaders({ name, type, size, inline: true });
    assert.match(headers['content-disposition']!, /^(?:attachment|inline); filename="[\x20-\x7e]*"/);
    assert.doesNotMatch(headers['content-type']!, /html|xml|svg|script|multipart|[^\x21-\x7e]/);
    if (!/^image\/(?:png|jpeg|gif|webp|avif)$/.test(type)) assert.match(headers['content-disposition']!, /^attachment/);
    assert.match(headers['content-security-policy']!, /default-src 'none'; sandbox;/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
  if (file !== undefined) assert.equal(attachments[0]?.name, file);
  if (runs !== undefined) assert.equal(attachments[0]?.runs, runs);
}
