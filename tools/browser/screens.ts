/** Pictures of what was looked at, and the sizes of what it is looked at on. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SCREENS = join('reports', 'out', 'screens');
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Keeps a picture of the page as it is now: what the window shows, or all of it. */
export async function keepScreen(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name.replace(/[^\w]+/g, '-')}.png`), fullPage });
}
