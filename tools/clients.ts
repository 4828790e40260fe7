/** `npm run test:clients`: programs that nobody here wrote speak to the bundled server, each carrying a message that must come through unchanged. */
import { endToEnd } from './clients/agent';
import type { Client } from './clients/client';
import { imapReaders } from './clients/imap';
import { pop3Readers } from './clients/pop3';
import { neighbours } from './clients/postfix';
import { protectedMessages } from './clients/protected';
import { reports } from './clients/report';
import { resyncClients } from './clients/resync';
import { routes } from './clients/route';
import { withSetting } from './clients/setting';
import { smtpSenders } from './clients/smtp';
import { submitters } from './clients/submit';
import { syncClients } from './clients/sync';
import { playAll } from './others';

const CLIENTS: readonly Client[] = [
  ...smtpSenders,
  ...submitters,
  ...pop3Readers,
  ...imapReaders,
  ...resyncClients,
  ...syncClients,
  ...endToEnd,
  ...routes,
  ...reports,
  ...protectedMessages,
  ...neighbours,
];

void playAll(CLIENTS, (client) => withSetting((setting) => client.use(setting)));
