import assert from 'node:assert';
import { test } from 'node:test';
import { linkIn, problemIn, tokenIn } from './testing/browser';
import { message, webmailStage } from './testing/stage';

const HEAD = ['From: Bob <bob@example.test>', 'To: alice@example.test', 'Subject: Plans', 'MIME-Version: 1.0'];

test('HTML is shown in a frame with a policy of its own, and what lies elsewhere only when that is asked for', async (t) => {
  const { server, alice } = await webmailStage(t);
  server.deposit(
    'alice@example.test',
    message(
      ...HEAD,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="x()">Look<script>alert(1)</script><img src="https://tracker.test/1.png"><a href="https://a.test/">a</a>',
    ),
  );
  const browser = await alice();
  const { text } = await browser.go(linkIn((await browser.go('/list')).text, '/message'));
  assert.match(text, /data-blocked="1"/);
  assert.match(text, /<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  assert.doesNotMatch(text, /tracker\.test\/1|alert\(1\)/);
  const frame = await browser.go(linkIn(text, '/message/frame'));
  assert.match(frame.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
  assert.doesNotMatch(frame.text, /script|onclick|tracker/);
  assert.match(frame.text, /Look/);
  const open = await browser.go(linkIn(text, '/message?').replace(/$/, text.includes('remote=1') ? '' : '&remote=1'));
  assert.equal(open.status, 200);
  const link = await browser.go(linkIn(frame.text, '/link'));
  assert.match(link.text, /data-host="a.test"/);
  assert.equal((await browser.go('/link?to=https%3A%2F%2Fevil.test%2F&by=AAAA')).status, 403);
});

test('an attachment leaves as a file, octet by octet, with a name that is safe', async (t) => {
  const { server, alice } = await webmailStage(t);
  const octets = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 256));
  server.deposit(
    'alice@example.test',
    message(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'see there',
      '--b',
      'Content-Type: text/html',
      'Content-Disposition: attachment; filename="../../e\u202evil.html"',
      'Content-Transfer-Encoding: base64',
      '',
      ...(octets.toString('base64').match(/.{1,76}/g) ?? []),
      '--b--',
    ),
  );
  const browser = await alice();
  const page = await browser.go(linkIn((await browser.go('/list')).text, '/message'));
  assert.match(page.text, /see there/);
  const path = linkIn(page.text, '/message/part');
  const answer = await fetch(new URL(path, browser.base), {
    headers: { cookie: `webmail-session=${browser.jar.get('webmail-session')}` },
  });
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), octets);
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="?evil\.html/);
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
  const source = await browser.go(linkIn(page.text, '/message/source'));
  assert.match(source.text, /^From: Bob/);
  assert.match((await browser.go(linkIn(page.text, '/message/raw'))).text, /<pre id="raw"[^>]*>\s*From: Bob/);
});

test('messages of others, and what is no message, are not there', async (t) => {
  const { server, alice } = await webmailStage(t);
  server.deposit('bob@example.test', message('Subject: for bob', '', 'x'));
  const browser = await alice();
  for (const query of [
    'folder=INBOX&validity=1&uid=1',
    'folder=INBOX&validity=x&uid=1',
    'folder=../bob&validity=1&uid=1',
    '',
  ]) {
    const { status, text } = await browser.go(`/message?${query}`);
    assert.deepEqual([status, problemIn(text)], [404, 'gone'], query);
  }
});

test('a message is moved to the trash and comes back', async (t) => {
  const { server, alice } = await webmailStage(t);
  server.deposit('alice@example.test', message(...HEAD, '', 'x'));
  const browser = await alice();
  const list = (await browser.go('/list')).text;
  const validity = /data-validity="(\d+)"/.exec(list)![1]!;
  const fields = { token: tokenIn(list), folder: 'INBOX', validity, uid: '1' };
  await browser.post('/act', { ...fields, do: 'flag' });
  assert.match((await browser.go('/list')).text, /data-flagged="true"/);
  await browser.post('/act', { ...fields, do: 'delete' });
  const after = (await browser.go('/list')).text;
  assert.match(after, /data-notice="deleted"/);
  assert.match(after, /data-total="0"/);
  const undo = /name="undo" value="([^"]+)"/.exec(after)![1]!;
  assert.match((await browser.go('/list?folder=Trash')).text, /data-total="1"/);
  await browser.post('/undo', { token: tokenIn(after), undo });
  assert.match((await browser.go('/list')).text, /data-total="1"/);
  assert.equal(problemIn((await browser.post('/undo', { token: tokenIn(after), undo })).text), 'gone');
});

test('folders are made, renamed and removed, and those of the system stay', async (t) => {
  const { alice } = await webmailStage(t);
  const browser = await alice();
  const token = tokenIn((await browser.go('/folders')).text);
  await browser.post('/folders/create', { token, name: 'Año nuevo & más', parent: '' });
  assert.match((await browser.go('/list')).text, /data-folder="Año nuevo &amp; más"/);
  await browser.post('/folders/create', { token, name: 'Inner', parent: 'Año nuevo & más' });
  await browser.post('/folders/rename', { token, folder: 'Año nuevo & más', name: 'Plans' });
  assert.match((await browser.go('/list')).text, /data-folder="Plans\/Inner"/);
  assert.equal(problemIn((await browser.post('/folders/remove', { token, folder: 'Plans/Inner' })).text), 'refused');
  await browser.post('/folders/remove', { token, folder: 'Plans/Inner', sure: '1' });
  assert.doesNotMatch((await browser.go('/list')).text, /data-folder="Plans\/Inner"/);
  for (const folder of ['INBOX', 'Sent'])
    assert.equal(problemIn((await browser.post('/folders/remove', { token, folder, sure: '1' })).text), 'refused');
});

test('the server searches', async (t) => {
  const { server, alice } = await webmailStage(t);
  const one = (id: string, subject: string, more: string[] = []) =>
    server.deposit(
      'alice@example.test',
      message('From: bob@example.test', `Message-ID: <${id}@x.test>`, `Subject: ${subject}`, ...more, '', `body ${id}`),
    );
  one('a', 'Lunch');
  one('b', '=?utf-8?q?Ni=C3=B1o?=');
  one('c', 'Re: Lunch', ['References: <a@x.test>', 'In-Reply-To: <a@x.test>']);
  const browser = await alice();
  const found = async (q: string) =>
    [...(await browser.go(`/list?${new URLSearchParams({ q })}`)).text.matchAll(/<li data-uid="(\d+)"/g)].map(
      ([, uid]) => uid,
    );
  assert.deepEqual(await found('lunch'), ['3', '1']);
  assert.deepEqual(await found('subject:niño'), ['2']);
  assert.deepEqual(await found('lunch -subject:re'), ['1']);
  assert.deepEqual(await found('"body b" from:bob'), ['2']);
  assert.deepEqual(await found('nothing-like-it'), []);
});

test('what a click caused is shown, without passwords', async (t) => {
  const { alice } = await webmailStage(t);
  const browser = await alice();
  await browser.go('/list');
  const { text } = await browser.go('/dialogue');
  assert.match(text, /data-protocol="imap" data-from="client"[\s\S]*LIST/);
  assert.doesNotMatch(text, /alice-secret/);
  assert.ok(!text.includes(Buffer.from('\0alice@example.test\0alice-secret').toString('base64')));
});
