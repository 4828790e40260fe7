/** `npm run test:browser`: the pages that mailspec writes, the webmail as people use it, and hostile mail as it shows it, in Chromium: what scripts do, how it looks, and whether everybody can use it. */
import { withBrowser } from './browser/browser';
import { hostileMail } from './browser/hostile/hostile';
import { reportPages } from './browser/reports';
import { journeys } from './browser/webmail/journeys';
import { webmailPages } from './browser/webmail/pages';
import { playAll } from './others';

const reports = reportPages.map((look) => ({ ...look, play: () => withBrowser(look) }));

void playAll([...reports, ...webmailPages, ...journeys, ...hostileMail], ({ play }) => play());
