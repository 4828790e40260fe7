/** Every kind of page of the webmail, as it looks: by desk and phone, by day and night, in both languages. Everybody can use each, and nothing stands out at a side. */
import assert from 'node:assert';
import type { Page } from 'playwright-core';
import type { Other } from '../../others';
import { isAccessible } from '../accessible';
import { keepScreen } from '../screens';
import { type Circumstances, enter, openMessage, type Visit, visit } from './visit';

const SIGHTS: readonly [name: string, circumstances: Circumstances][] = [
  ['at a desk', {}],
  ['at a desk in the dark, in Spanish', { dark: true, language: 'es' }],
  ['on a phone', { phone: true }],
  ['on a phone in the dark, in Spanish', { phone: true, dark: true, language: 'es' }],
];

async function lookAround(at: Visit, name: string): Promise<void> {
  const { page, origin } = at;
  const look = async (what: string) => {
    await isAccessible(page);
    await fits(page, what);
    await keepScreen(page, `webmail ${name} ${what}`, true);
  };
  await page.goto(`${origin}/signin`);
  await look('sign-in');
  await enter(at);
  await look('list');
  await openMessage(at, 'Your bill 4711');
  await page.frameLocator('#body').locator('h1').waitFor();
  await look('message');
  await page.click('#panel summary');
  await page.waitForSelector('#panel #dialogue');
  await look('panel');
  await page.click('[data-action=reply]');
  await page.waitForSelector('#compose');
  await look('compose');
  await page.goto(`${origin}/list`);
  await openMessage(at, 'Undeliverable');
  await look('report');
  for (const other of ['folders', 'keys', 'list?q=nothing-like-this', 'message?folder=INBOX&validity=1&uid=99999']) {
    await page.goto(`${origin}/${other}`);
    await look(other.replace(/\W.*/, ' empty'));
  }
}

async function fits(page: Page, what: string): Promise<void> {
  const { wide, room } = (await page.evaluate(
    '({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth })',
  )) as { wide: number; room: number };
  assert.ok(wide <= room, `${what} is ${wide - room} pixels wider than the window`);
}

export const webmailPages: readonly (Other & { play: () => Promise<void> })[] = SIGHTS.map(([name, circumstances]) => ({
  name: `webmail: every page ${name} is for everybody`,
  programs: ['chromium'],
  play: () => visit(circumstances, (at) => lookAround(at, name)),
}));
