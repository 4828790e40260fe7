import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../server';
import type { WebmailSeams } from './seams';
import { Browser } from './testing/browser';

const free = { port: 0 };
const ALICE = { address: 'alice@example.test', password: 'alice-secret' };

async function listWith(...guests: WebmailSeams[]) {
  const server = await startServer({
    accounts: [ALICE],
    listen: { smtp: free, submissions: free, imaps: free },
    webmail: { http: free },
    seams: { webmail: guests },
  });
  try {
    server.deposit(ALICE.address, Buffer.from('Subject: right\r\n\r\nText.\r\n'));
    const browser = new Browser(server.webmail.http ?? '');
    await browser.signIn(ALICE.address, ALICE.password);
    return (await browser.go('/list?folder=INBOX')).text;
  } finally {
    await server.close();
  }
}

test('a guest stands around each request, which it may change, and sees its answer', async () => {
  const asked: string[] = [];
  const list = await listWith({
    async around(webmail, visiting, next) {
      asked.push(`${visiting.request.method} ${new URL(visiting.request.url).pathname}`);
      if (new URL(visiting.request.url).pathname === '/list')
        visiting.request = new Request(visiting.request.url.replace('INBOX', 'Nowhere'), visiting.request);
      const answer = await next();
      assert.equal(typeof webmail.name, 'string');
      return answer;
    },
  });
  assert.deepEqual(asked.slice(0, 2), ['GET /signin', 'POST /signin']);
  assert.match(list, /data-problem="gone"/);
});

test('a guest replaces methods of parts, of the way to the mail too; the first named is the outermost', async () => {
  const subject = (change: (right: string) => string): WebmailSeams => ({
    parts: {
      client: (right) => ({
        fetchAll: async (...query) =>
          (await right.fetchAll(...query)).map((message) => ({
            ...message,
            envelope: { ...message.envelope, subject: change(message.envelope?.subject ?? '') },
          })),
      }),
    },
  });
  const list = await listWith(
    subject((right) => `${right} first`),
    subject((right) => `${right} second`),
  );
  assert.match(list, /right second first/);
});
