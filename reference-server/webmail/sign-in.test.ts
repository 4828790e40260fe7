import assert from 'node:assert';
import { once } from 'node:events';
import { test } from 'node:test';
import { connect } from 'node:tls';
import { tlsIdentity } from '../tls/identity';
import { problemIn, tokenIn } from './testing/browser';
import { webmailStage } from './testing/stage';

test('who signs in gets a session that nobody could have known before', async (t) => {
  const { visitor } = await webmailStage(t);
  const browser = visitor();
  browser.jar.set('webmail-session', 'planted');
  assert.equal((await browser.go('/list')).to, '/signin');
  const done = await browser.signIn('alice@example.test', 'alice-secret');
  assert.deepEqual([done.status, done.to], [303, '/list']);
  const line = browser.set.find((one) => one.startsWith('webmail-session=')) ?? '';
  assert.match(line, /HttpOnly/);
  assert.match(line, /SameSite=Lax/);
  const first = browser.jar.get('webmail-session')!;
  assert.notEqual(first, 'planted');
  assert.equal((await browser.go('/list')).status, 200);
  const other = visitor();
  await other.signIn('alice@example.test', 'alice-secret');
  assert.notEqual(other.jar.get('webmail-session'), first);
});

test('a wrong password is told as such, is not in the log, and too many make the next one wait', async (t) => {
  const { visitor, log } = await webmailStage(t, { http: { port: 0 }, limits: { failures: 2 } });
  const browser = visitor();
  for (const _ of [1, 2]) {
    const { status, text } = await browser.signIn('alice@example.test', 'not-this-one');
    assert.deepEqual([status, problemIn(text)], [401, 'login-refused']);
  }
  const { status, text, headers } = await browser.signIn('alice@example.test', 'alice-secret');
  assert.deepEqual([status, problemIn(text)], [429, 'too-many']);
  assert.ok(Number(headers.get('retry-after')) > 0);
  assert.match(log.join('\n'), /sign-in of "alice@example.test" .* failed/);
  assert.doesNotMatch(log.join('\n'), /not-this-one|alice-secret/);
});

test('a form without the token of its page does nothing', async (t) => {
  const { alice, visitor, server } = await webmailStage(t);
  const user = { user: 'alice@example.test', password: 'alice-secret' };
  const stranger = visitor();
  assert.equal((await stranger.post('/signin', user)).status, 403);
  const { text } = await stranger.go('/signin');
  assert.equal((await visitor().post('/signin', { ...user, token: tokenIn(text) })).status, 403);
  const browser = await alice();
  const letter = { to: 'bob@example.test', subject: 'forged', text: 'x', do: 'send' };
  const wrong: Array<Record<string, string>> = [{}, { token: '' }, { token: tokenIn(text) }];
  for (const token of wrong) {
    const { status, text: page } = await browser.postParts('/compose', { ...letter, ...token });
    assert.deepEqual([status, problemIn(page)], [403, 'bad-form']);
  }
  const token = tokenIn((await browser.go('/compose')).text);
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  assert.equal((await browser.post('/compose', { ...letter, token }, elsewhere)).status, 403);
  assert.equal((await browser.post('/signout', { token }, { origin: 'http://evil.test' })).status, 403);
  assert.deepEqual(server.inbox('bob@example.test'), []);
  assert.equal((await browser.go('/list')).status, 200);
});

test('signing out ends the session for whoever has its cookie', async (t) => {
  const { alice, visitor } = await webmailStage(t);
  const browser = await alice();
  const copy = visitor();
  copy.jar.set('webmail-session', browser.jar.get('webmail-session')!);
  assert.equal((await copy.go('/list')).status, 200);
  const { text } = await browser.go('/list');
  assert.equal((await browser.post('/signout', { token: tokenIn(text) })).to, '/signin');
  assert.equal((await browser.go('/list')).to, '/signin');
  assert.equal((await copy.go('/list')).to, '/signin');
});

test('every answer tells the browser what it may do', async (t) => {
  const { alice, visitor } = await webmailStage(t);
  const browser = await alice();
  for (const [who, path] of [
    [visitor(), '/signin'],
    [browser, '/list'],
    [browser, '/compose'],
    [browser, '/nothing-here'],
    [browser, '/message?folder=INBOX&validity=1&uid=1'],
  ] as const) {
    const { headers, text } = await who.go(path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
    assert.doesNotMatch(text, /<script(?! src=)|<style| style=| on[a-z]+=/, path);
  }
});

test('the language is the browser’s, or the one that was chosen', async (t) => {
  const { visitor } = await webmailStage(t);
  const browser = visitor();
  const spanish = { headers: { 'accept-language': 'de, es-MX;q=0.8, en;q=0.5' } };
  assert.match((await browser.go('/signin', spanish)).text, /<html lang="es">/);
  assert.equal((await browser.post('/language', { language: 'en', back: '//evil.test/' })).to, '/');
  assert.match((await browser.go('/signin', spanish)).text, /<html lang="en">/);
});

test('by HTTPS the cookies are Secure and the host’s own', async (t) => {
  const { server } = await webmailStage(t, { https: { port: 0 } });
  const { Agent, fetch } = await import('undici');
  const dispatcher = new Agent({ connect: { ca: server.ca } });
  const answer = await fetch(new URL('/signin', server.webmail.https), { dispatcher });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.getSetCookie().join(), /__Host-webmail-ticket=.*Secure/);
  await dispatcher.close();
});

test('a certificate that is renewed is shown by HTTPS, and the mail behind it is still reached', async (t) => {
  const free = { port: 0 };
  const { server, alice } = await webmailStage(t, { http: free, https: free });
  const { port } = new URL(server.webmail.https!);
  const shown = async () => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { subject } = socket.getPeerCertificate();
    socket.destroy();
    return subject.CN;
  };
  const { credentials } = await tlsIdentity('renewed.example.test');
  const before = await shown();
  assert.throws(() => server.renewTls({ ...credentials, cert: server.ca }));
  assert.equal(await shown(), before);
  server.renewTls(credentials);
  assert.equal(await shown(), 'renewed.example.test');
  assert.equal((await (await alice()).go('/list')).status, 200);
});
