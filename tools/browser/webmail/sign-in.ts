import type { Page } from 'playwright-core';

/** From the way in to the list. */
export async function signIn(page: Page, origin: string, user: { address: string; password: string }): Promise<void> {
  await page.goto(`${origin}/signin`);
  await page.fill('#sign-in [name=user]', user.address);
  await page.fill('#sign-in [name=password]', user.password);
  await page.click('#sign-in button[type=submit]');
  await page.waitForSelector('#list');
}
