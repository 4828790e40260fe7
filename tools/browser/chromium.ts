/** Chromium: Debian's; the variable CHROMIUM names another. */
import { type Browser, chromium } from 'playwright-core';

export function launchChromium(...args: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // As root, in a container, it has no sandbox of its own; it opens nothing but our pages.
    args: ['--no-sandbox', ...args],
  });
}
