import assert from 'node:assert';
import { test } from 'node:test';
import { showBody } from './body';
import { readMessage } from './message';

const link = (href: string) => `/link?to=${encodeURIComponent(href)}`;

async function shown(message: string, options = {}) {
  const read = await readMessage(Buffer.from(message.replaceAll('\n', '\r\n'), 'latin1'));
  return { read, ...showBody(read, { link, ...options }) };
}

test('plain text is nothing but text, with links and quotes told apart', async () => {
  const { document, kind } = await shown('Subject: a\n\n<b>x</b> see https://a.test/x.\n> was\n');
  assert.equal(kind, 'text');
  assert.match(
    document,
    /&lt;b&gt;x&lt;\/b&gt; see <a href="\/link\?to=https%3A%2F%2Fa\.test%2Fx"[^>]*>https:\/\/a\.test\/x<\/a>\./,
  );
  assert.match(document, /<span class="quoted-1">&gt; was<\/span>/);
});

test('the document allows neither scripts nor anything from elsewhere, until pictures are asked for', async () => {
  const html = 'Content-Type: text/html\n\n<img src="https://a.test/x">';
  const before = await shown(html);
  assert.match(
    before.headers['content-security-policy']!,
    /default-src 'none'; img-src data:;.*sandbox allow-popups allow-popups-to-escape-sandbox$/,
  );
  assert.deepEqual(before.blocked, { count: 1, hosts: ['a.test'] });
  const after = await shown(html, { remote: true });
  assert.match(after.headers['content-security-policy']!, /img-src data: https: http:;/);
  assert.deepEqual(after.blocked, { count: 0, hosts: [] });
});

test('UTF-7 is not read, whatever is declared', async () => {
  const { document } = await shown('Content-Type: text/html; charset=utf-7\n\n+ADw-script+AD4-x()+ADw-/script+AD4-');
  assert.ok(document.includes('+ADw-script+AD4-'));
});

test('a charset is read as declared, and what is not declared as UTF-8', async () => {
  assert.ok(
    (
      await shown('Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nni\u00f1o')
    ).document.includes('niño'),
  );
  assert.ok(
    (await shown('Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\nni\u00c3\u00b1o')).document.includes(
      'niño',
    ),
  );
});

test('a picture of the message is shown in place, and told', async () => {
  const { read, document, inPlace } = await shown(
    'Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src="cid:a%40b">\n--b\nContent-Type: image/gif\nContent-ID: <a@b>\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=\n--b--\n',
  );
  assert.deepEqual(
    read.attachments.map(({ name, type, size }) => ({ name, type, size })),
    [{ name: 'attachment-1.gif', type: 'image/gif', size: 29 }],
  );
  assert.ok(document.includes('src="data:image/gif;base64,R0lGOD'));
  assert.deepEqual(inPlace, [0]);
});

test('a message within is an attachment, not part of the text', async () => {
  const { read, document } = await shown(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nouter\n--b\nContent-Type: message/rfc822\n\nFrom: boss@bank.test\n\ninner\n--b--\n',
  );
  assert.ok(!document.includes('inner'));
  assert.equal(read.attachments[0]!.name, 'attachment-1.eml');
});

test('what is nested beyond reason is shown as its source', async () => {
  const parts = Array.from(
    { length: 200 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
  ).join('');
  const { read, kind } = await shown(parts);
  assert.ok(read.unreadable);
  assert.equal(kind, 'text');
});

test('the title cannot be left, nor the style', async () => {
  const { document } = await shown(
    'Subject: </title><script>x()</script>\nContent-Type: text/html\n\n<style>p{color:red}</style><p>a',
  );
  assert.match(document, /<title>&lt;\/title&gt;&lt;script&gt;/);
  assert.equal(document.split('</style>').length, 3);
});
