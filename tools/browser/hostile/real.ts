/** The corpus through the bundled server's webmail: delivered, listed, opened, its files asked for, by a user who is signed in. */
import assert from 'node:assert';
import type { APIResponse } from 'playwright-core';
import { startServer } from '../../../reference-server';
import { signIn } from '../webmail/sign-in';
import { messageOf, readCorpus, type Vector } from './corpus';
import { launch } from './launch';
import { PATIENCE, type Seen, type Watched, watch } from './watch';

const USER = { address: 'alice@example.test', password: 'correct horse battery' };

/** @returns what was seen of each, which must be nothing; @throws where a file is sent as what it must not be */
export async function playReal(root: string): Promise<{ vectors: readonly Vector[]; seen: Seen }> {
  const free = { port: 0 };
  const server = await startServer({
    accounts: [USER],
    listen: { imaps: free, submissions: free },
    webmail: { http: free },
  });
  const origin = new URL(server.webmail.http!).origin;
  const { browser, close, ...outside } = await launch();
  try {
    const vectors = readCorpus(root, origin);
    for (const vector of vectors) server.deposit(USER.address, messageOf(vector));
    let watched: readonly Vector[] = vectors;
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    const scene = { ...outside, origin, silence: true, ordered: new Set<number>() };
    const watching = await watch(context, scene, () => watched);
    watching.page.setDefaultTimeout(PATIENCE);
    await signIn(watching.page, origin, USER);
    const links = await listed(watching, origin);
    assert.equal(links.length, vectors.length, 'as many messages are listed as were delivered');
    // The newest is listed first.
    for (const [index, link] of links.reverse().entries()) {
      watched = [vectors[index]!];
      await opened(watching, new URL(link, origin).href, vectors[index]!);
    }
    watched = vectors;
    await watching.settle();
    await watching.page.goto(`${origin}/list`);
    assert.equal(await watching.page.getAttribute('body', 'data-page'), 'list', 'the user is signed in to the end');
    await watching.close();
    return { vectors, seen: watching.seen };
  } finally {
    await close();
    await server.close();
  }
}

/** The links of all pages of the list, each page looked at. */
async function listed({ page }: Watched, origin: string): Promise<string[]> {
  const links: string[] = [];
  for (let next: string | null = '/list'; next !== null; ) {
    await page.goto(new URL(next, origin).href, { waitUntil: 'load', timeout: PATIENCE });
    const found = await page
      .locator('#messages li[data-uid] a[href^="/message?"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    links.push(...found);
    const more = page.locator('#pages a[rel=next]');
    next = (await more.count()) === 0 ? null : await more.getAttribute('href');
  }
  return links;
}

async function opened({ page, look, note }: Watched, address: string, { click, id }: Vector): Promise<void> {
  await page.goto(address, { waitUntil: 'load', timeout: PATIENCE });
  const body = page.locator('#body');
  if (click && (await body.count()) > 0) {
    const box = await body.boundingBox();
    if (box !== null) await page.mouse.click(box.x + 40, box.y + 26);
  }
  const files = await page
    .locator('#attachments a[href*="/message/part"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const file of files) checkFile(await page.request.get(new URL(file, address).href));
  // Whatever was opened beside it is closed: the next one may open it anew.
  for (const other of page.context().pages()) if (other !== page) await other.close();
  if (page.url() !== address) note(`the page was led to ${page.url()}`, id);
  look();
}

function checkFile(response: APIResponse): void {
  const headers = response.headers();
  assert.match(headers['content-disposition'] ?? '', /^attachment; filename="[\x20-\x7e]*"/);
  assert.doesNotMatch(headers['content-type'] ?? '', /html|xml|svg|script|multipart/);
  assert.match(headers['content-security-policy'] ?? '', /default-src 'none'; sandbox/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
}
