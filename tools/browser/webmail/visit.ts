/** A person's browser at the webmail of a bundled server that has just been started. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../../../reference-server';
import { launchChromium } from '../chromium';
import { DESK, PHONE } from '../screens';
import { mailbox } from './mailbox';
import { signIn } from './sign-in';

export const ALICE = { address: 'alice@example.test', password: 'correct horse battery' };
export const BOB = { address: 'bob@example.test', password: 'staple of the battery' };
/** Far more than it takes: the machine may be busy. */
const PATIENCE = 60_000;

export interface Visit {
  readonly page: Page;
  readonly server: RunningServer;
  /** Where the webmail is. */
  readonly origin: string;
}

export interface Circumstances {
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** The browser runs no script. */
  readonly withoutScript?: boolean;
  readonly language?: 'en' | 'es';
}

/** @throws what the visitor throws; and where a page's script failed, or a page broke its own policy */
export async function visit(circumstances: Circumstances, visitor: (visit: Visit) => Promise<void>): Promise<void> {
  const free = { port: 0 };
  const server = await startServer({
    accounts: [ALICE, BOB],
    listen: { imaps: free, submissions: free },
    webmail: { http: free },
  });
  const browser = await launchChromium();
  try {
    for (const each of mailbox()) server.deposit(ALICE.address, each);
    const page = await browser.newPage(contextOf(circumstances));
    page.setDefaultTimeout(PATIENCE);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' && said.text().includes('Content Security Policy')) errors.push(said.text());
    });
    await visitor({ page, server, origin: new URL(server.webmail.http!).origin });
    if (errors.length > 0) throw new Error(`the pages' own script or style failed: ${errors.join('; ')}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

function contextOf({ phone, dark, withoutScript, language = 'en' }: Circumstances): BrowserContextOptions {
  return {
    viewport: phone ? PHONE : DESK,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: !withoutScript,
    locale: language,
  };
}

export async function enter({ page, origin }: Visit): Promise<void> {
  await signIn(page, origin, ALICE);
}

/** Opens the message of a list that has this subject. */
export async function openMessage({ page }: Visit, subject: string): Promise<void> {
  await page.locator('#messages li', { hasText: subject }).locator('a').first().click();
  await page.waitForSelector('#message');
}
