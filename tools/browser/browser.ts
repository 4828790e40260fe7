/** A page of Chromium without a network, and what is kept of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Other } from '../others';
import { launchChromium } from './chromium';
import { DESK, keepScreen, PHONE } from './screens';

/** One thing that is looked at. */
export interface Look extends Other {
  /** The page as it is written to a file. */
  html: () => string;
  /** @throws where it is not as it should be */
  at: (page: Page, url: string) => Promise<void>;
  phone?: boolean;
  dark?: boolean;
}

/** Opens the page from a file, as who has got a report does, takes its picture at the end. @throws also for an error of its script */
export async function withBrowser({ name, html, at, phone, dark }: Look): Promise<void> {
  const browser = await launchChromium();
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-page-'));
  try {
    const page = await browser.newPage({
      viewport: phone ? PHONE : DESK,
      colorScheme: dark ? 'dark' : 'light',
      offline: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const file = join(folder, 'page.html');
    writeFileSync(file, html());
    const url = pathToFileURL(file).href;
    await page.goto(url);
    await at(page, url);
    await keepScreen(page, name);
    if (errors.length > 0) throw new Error(`the page's script failed: ${errors.join('; ')}`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
