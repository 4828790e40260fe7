/** Chromium, to which every name elsewhere is one port, whatever the scheme. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { ELSEWHERE } from './corpus';
import { type Elsewhere, startElsewhere } from './elsewhere';
import { MARKER } from './watch';

export interface Outside {
  browser: Browser;
  elsewhere: Elsewhere;
  marker: Elsewhere;
  close(): Promise<void>;
}

export async function launch(): Promise<Outside> {
  const elsewhere = await startElsewhere();
  const marker = await startElsewhere();
  const rules = `MAP *.${ELSEWHERE} 127.0.0.1:${elsewhere.port}, MAP ${MARKER} 127.0.0.1:${marker.port}`;
  const browser = await launchChromium(
    `--host-resolver-rules=${rules}`,
    '--disable-features=HttpsUpgrades,LocalNetworkAccessChecks',
  );
  return {
    browser,
    elsewhere,
    marker,
    close: async () => {
      await browser.close();
      await elsewhere.close();
      await marker.close();
    },
  };
}
