/** `npm run test:browser`: the pages that mailspec writes, in Chromium: what their scripts do, how they look, and whether everybody can use them. */
import { withBrowser } from './browser/browser';
import { reportPages } from './browser/reports';
import { playAll } from './others';

void playAll(reportPages, (look) => withBrowser(look));
