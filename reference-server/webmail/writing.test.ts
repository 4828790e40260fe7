import assert from 'node:assert';
import { test } from 'node:test';
import { type Browser, linkIn, problemIn, tokenIn } from './testing/browser';
import { message, webmailStage } from './testing/stage';

/** The fields of a form as they stand in the page, as a browser would send them. */
function fieldsOf(text: string): Record<string, string> {
  const form = /<form id="compose"[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const plain = (value: string) =>
    value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  // A value may hold `>`.
  const inputs = [...form.matchAll(/<input((?: [\w-]+(?:="[^"]*")?)*)\/>/g)]
    .map(([, attributes]) =>
      Object.fromEntries(
        [...attributes!.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, plain(value)]),
      ),
    )
    .filter(({ name, type }) => name && type !== 'file')
    .map(({ name, value = '' }) => [name, value]);
  const area = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(form)?.[1] ?? '';
  return { ...Object.fromEntries(inputs), text: plain(area) };
}

async function opened(browser: Browser, action: string): Promise<Record<string, string>> {
  const page = await browser.go(linkIn((await browser.go('/list')).text, '/message'));
  const link = new RegExp(`href="([^"]+)" data-action="${action}"`).exec(page.text)![1]!.replaceAll('&amp;', '&');
  return fieldsOf((await browser.go(link)).text);
}

const FROM_BOB = message(
  'From: Bob <bob@example.test>',
  'To: alice@example.test, carol@elsewhere.test',
  'Cc: Alice <ALICE@example.test>, dave@elsewhere.test',
  'Message-ID: <1@x.test>',
  'Subject: Plans',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  '',
  'the text',
  '--b',
  'Content-Type: application/pdf; name=plan.pdf',
  'Content-Disposition: attachment; filename=plan.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERg==',
  '--b--',
);

test('an answer goes to who wrote, one to all leaves oneself out, and both belong to the conversation', async (t) => {
  const { server, alice } = await webmailStage(t);
  server.deposit('alice@example.test', FROM_BOB);
  const browser = await alice();
  const one = await opened(browser, 'reply');
  assert.deepEqual([one.to, one.cc, one.subject], ['Bob <bob@example.test>', '', 'Re: Plans']);
  assert.match(one.text!, /wrote:\n> the text/);
  const every = await opened(browser, 'reply-all');
  assert.equal(every.to, 'Bob <bob@example.test>');
  assert.equal(every.cc, 'carol@elsewhere.test, dave@elsewhere.test');
  const sent = await browser.postParts('/compose', { ...one, do: 'send' });
  assert.equal(sent.to, '/list', problemIn(sent.text));
  const [got] = server.inbox('bob@example.test').map(String);
  assert.match(got!, /In-Reply-To: <1@x.test>/);
  assert.match(got!, /References: <1@x.test>/);
  assert.match((await browser.go('/list')).text, /data-answered="true"/);
});

test('a message is passed on with what hangs on to it, in it or as a whole', async (t) => {
  const { server, alice } = await webmailStage(t);
  server.deposit('alice@example.test', FROM_BOB);
  const browser = await alice();
  for (const action of ['forward', 'forward-attached']) {
    const fields = await opened(browser, action);
    assert.equal(fields.subject, 'Fwd: Plans');
    const sent = await browser.postParts('/compose', { ...fields, to: 'bob@example.test', do: 'send' });
    assert.equal(sent.to, '/list', problemIn(sent.text));
  }
  const [inline, attached] = server.inbox('bob@example.test').map(String);
  assert.match(inline!, /filename=plan.pdf[\s\S]*JVBERg==/);
  assert.match(attached!, /Content-Type: message\/rfc822[\s\S]*Message-ID: <1@x.test>/);
});

test('nobody else learns who is in Bcc', async (t) => {
  const { server, alice } = await webmailStage(t);
  const browser = await alice();
  const token = tokenIn((await browser.go('/compose')).text);
  const fields = {
    token,
    to: 'Bob <bob@example.test>',
    bcc: 'alice@example.test',
    subject: 'x',
    text: 'y',
    do: 'send',
  };
  await browser.postParts('/compose', fields);
  for (const account of ['bob', 'alice'])
    assert.doesNotMatch(String(server.inbox(`${account}@example.test`)), /^bcc:/im, account);
  const list = (await browser.go('/list?folder=Sent')).text;
  assert.match((await browser.go(linkIn(list, '/message'))).text, /data-header="bcc"/);
  assert.deepEqual(await (await browser.go('/complete?q=bo')).text, JSON.stringify(['Bob <bob@example.test>']));
});

test('a draft is kept with its files, goes on where it was left, and is gone when it is sent', async (t) => {
  const { server, alice } = await webmailStage(t);
  const browser = await alice();
  const token = tokenIn((await browser.go('/compose')).text);
  const octets = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7) % 256));
  const saved = await browser.postParts('/compose', {
    token,
    to: 'bob@example.test',
    subject: 'Größe',
    text: 'first',
    files: new File([octets], 'año.bin', { type: 'application/octet-stream' }),
    do: 'save',
  });
  assert.match(saved.to ?? '', /^\/compose\?draft=1/);
  const fields = fieldsOf((await browser.go(saved.to!)).text);
  assert.deepEqual([fields.subject, fields.text?.trim()], ['Größe', 'first']);
  assert.match(fields.kept ?? '', /^part:/);
  await browser.postParts('/compose', { ...fields, text: 'second', do: 'save' });
  const list = (await browser.go('/list?folder=Drafts')).text;
  assert.match(list, /data-total="1"/);
  const again = fieldsOf((await browser.go(linkIn(list, '/compose?draft'))).text);
  assert.equal(again.text?.trim(), 'second');
  await browser.postParts('/compose', { ...again, do: 'send' });
  assert.match((await browser.go('/list?folder=Drafts')).text, /data-total="0"/);
  const [got] = server.inbox('bob@example.test').map(String);
  assert.ok(got!.replace(/\r\n/g, '').includes(octets.toString('base64')));
});

test('what is too large or has no address is told, and nothing is lost', async (t) => {
  const { server, alice } = await webmailStage(t, { http: { port: 0 }, limits: { upload: 1000 } });
  const browser = await alice();
  const token = tokenIn((await browser.go('/compose')).text);
  const files = new File([Buffer.alloc(1001)], 'big.bin');
  const large = await browser.postParts('/compose', { token, to: 'bob@example.test', text: 'kept', files, do: 'send' });
  assert.deepEqual([large.status, problemIn(large.text)], [413, 'too-large']);
  assert.equal(fieldsOf(large.text).text?.trim(), 'kept');
  for (const [to, problem] of [
    ['', 'no-recipient'],
    ['not an address', 'bad-address'],
    ['bob@example.test\r\nX-Evil: yes', 'bad-address'],
  ] as const) {
    const answer = await browser.postParts('/compose', { token, to, text: 'kept', do: 'send' });
    assert.equal(problemIn(answer.text), problem, to);
  }
  assert.deepEqual(server.inbox('bob@example.test'), []);
});

test('the header of a message has what was written in its field, and no more', async (t) => {
  const { server, alice } = await webmailStage(t);
  const browser = await alice();
  const token = tokenIn((await browser.go('/compose')).text);
  const subject = 'Hi\r\nX-Evil: yes';
  await browser.postParts('/compose', { token, to: 'bob@example.test', subject, text: 'x', do: 'send' });
  assert.doesNotMatch(String(server.inbox('bob@example.test')), /^X-Evil/m);
});

test('news of a folder come without asking', async (t) => {
  const { server, alice } = await webmailStage(t);
  const browser = await alice();
  await browser.go('/list');
  const stop = new AbortController();
  const answer = await fetch(new URL('/events?folder=INBOX', browser.base), {
    headers: { cookie: `webmail-session=${browser.jar.get('webmail-session')}` },
    signal: stop.signal,
  });
  let seen = '';
  let deposited = false;
  for await (const piece of answer.body!) {
    seen += Buffer.from(piece).toString();
    if (!deposited && seen.includes('event: ready')) {
      deposited = true;
      server.deposit('alice@example.test', FROM_BOB);
    }
    if (seen.includes('event: mail')) break;
  }
  stop.abort();
  assert.match(seen, /event: mail\ndata: \{"folder":"INBOX","count":1\}/);
});
