/** `npm run test:browser`: the pages that mailspec writes, and hostile mail as the webmail shows it, in Chromium: what scripts do, how it looks, and whether everybody can use it. */
import { withBrowser } from './browser/browser';
import { hostileMail } from './browser/hostile/hostile';
import { reportPages } from './browser/reports';
import { playAll } from './others';

const reports = reportPages.map((look) => ({ ...look, play: () => withBrowser(look) }));

void playAll([...reports, ...hostileMail], ({ play }) => play());
