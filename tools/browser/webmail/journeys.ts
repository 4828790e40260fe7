/** What people do in the webmail, in Chromium: each journey from the way in to its end. */
import assert from 'node:assert';
import type { Other } from '../../others';
import { BOB, enter, openMessage, type Visit, visit } from './visit';

const PROGRAMS = ['chromium'];

/** Finds a bill among others, answers it and files it: what docs/webmail.md tells a person who has never seen it. */
async function findAnswerAndFile(visit: Visit): Promise<void> {
  const { page } = visit;
  await enter(visit);
  await page.fill('#q', 'bill');
  await page.click('#search button[type=submit]');
  await page.waitForSelector('#list[data-query=bill]');
  assert.equal(await page.locator('#messages li').count(), 1);
  await openMessage(visit, 'Your bill 4711');
  assert.equal(await page.frameLocator('#body').locator('h1').textContent(), 'Thank you');
  await page.click('[data-action=reply]');
  await page.waitForSelector('#compose');
  assert.equal(await page.inputValue('#to'), 'Shop <bills@shop.example>');
  assert.equal(await page.inputValue('#subject'), 'Re: Your bill 4711');
  await page.fill('#to', BOB.address);
  await page.fill('#text', 'Is this ours?');
  await page.click('#compose button[value=send]');
  await page.waitForSelector('#notice[data-notice=sent]');
  await makeFolder(visit, 'Bills');
  await page.goto(`${visit.origin}/list`);
  const row = page.locator('#messages li', { hasText: 'Your bill 4711' });
  assert.equal(await row.getAttribute('data-answered'), 'true');
  await row.locator('input').check();
  await page.selectOption('#move-to', 'Bills');
  await page.click('#selection button[value=move]');
  await page.waitForSelector('#notice[data-notice=moved]');
  assert.equal(await row.count(), 0);
  await page.click('#folders li[data-folder=Bills] a');
  await page.waitForSelector('#list[data-folder=Bills]');
  assert.equal(await row.count(), 1);
}

async function makeFolder({ page, origin }: Visit, name: string): Promise<void> {
  await page.goto(`${origin}/folders`);
  await page.fill('#create-folder [name=name]', name);
  await page.click('#create-folder button[type=submit]');
  await page.waitForSelector(`#folders li[data-folder=${name}]`);
}

async function deleteAndTakeBack(visit: Visit): Promise<void> {
  const { page } = visit;
  await enter(visit);
  await openMessage(visit, 'Minutes of meeting 12');
  await page.click('#act button[value=delete]');
  await page.waitForSelector('#notice[data-notice=deleted]');
  const row = page.locator('#messages li', { hasText: 'Minutes of meeting 12' });
  assert.equal(await row.count(), 0);
  await page.click('#undo button');
  await page.waitForSelector('#notice[data-notice=undone]');
  assert.equal(await row.count(), 1);
}

async function byKeys(visit: Visit): Promise<void> {
  const { page } = visit;
  await enter(visit);
  // The newest two are a report and the bill.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.waitForSelector('#notice[data-notice=marked]');
  const bill = page.locator('#messages li', { hasText: 'Your bill 4711' });
  assert.equal(await bill.getAttribute('data-flagged'), 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#message');
  await page.keyboard.press('r');
  await page.waitForSelector('#compose');
  await page.keyboard.type('By keys alone.');
  assert.match(await page.inputValue('#text'), /^By keys alone\./);
}

async function newMail(visit: Visit): Promise<void> {
  const { page, server } = visit;
  await enter(visit);
  await page.evaluate('window.stayed = true');
  server.deposit('alice@example.test', Buffer.from('From: bob@example.test\r\nSubject: Just now\r\n\r\nhi\r\n'));
  await page.waitForSelector('#messages li:has-text("Just now")');
  assert.equal(await page.evaluate('window.stayed'), true, 'the page was not loaded anew');
}

async function keptWhileWritten(visit: Visit): Promise<void> {
  const { page, origin } = visit;
  await enter(visit);
  await page.goto(`${origin}/compose`);
  await page.fill('#to', BOB.address);
  await page.fill('#subject', 'Half a thought');
  await page.fill('#text', 'I wanted to say');
  await page.setInputFiles('#files', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.alloc(300_000, 'x') });
  await page.waitForSelector('#kept li:has-text("plan.txt")');
  await page.waitForSelector('#saved:not(:empty)');
  await page.goto(`${origin}/list?folder=Drafts`);
  await page.locator('#messages li', { hasText: 'Half a thought' }).locator('a').click();
  await page.waitForSelector('#compose');
  assert.match(await page.inputValue('#text'), /I wanted to say/);
  assert.equal(await page.locator('#kept li', { hasText: 'plan.txt' }).count(), 1);
  await page.click('#compose button[value=send]');
  await page.waitForSelector('#notice[data-notice=sent]');
  await page.goto(`${origin}/list?folder=Drafts`);
  assert.equal(await page.locator('#messages li').count(), 0, 'what was sent is no draft any more');
}

const JOURNEYS: readonly { name: string; go: (visit: Visit) => Promise<void>; withoutScript?: boolean }[] = [
  { name: 'a message is found, answered and filed', go: findAnswerAndFile },
  { name: 'a message is found, answered and filed without a script', go: findAnswerAndFile, withoutScript: true },
  { name: 'what was deleted is taken back', go: deleteAndTakeBack },
  { name: 'the keys do what a mouse does', go: byKeys },
  { name: 'new mail shows without reloading', go: newMail },
  { name: 'a draft is kept while it is written', go: keptWhileWritten },
];

export const journeys: readonly (Other & { play: () => Promise<void> })[] = JOURNEYS.map(
  ({ name, go, ...circumstances }) => ({
    name: `webmail: ${name}`,
    programs: PROGRAMS,
    play: () => visit(circumstances, go),
  }),
);
