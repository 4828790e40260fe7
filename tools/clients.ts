/**
 * `npm run test:clients`: programs that nobody here wrote speak to the bundled server, each carrying a message that must come through unchanged.
 * A program that is not installed counts as failed: .ci/debian installs them all. Ends with one line `N passed, N failed`.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endToEnd } from './clients/agent';
import type { Client } from './clients/client';
import { imapReaders } from './clients/imap';
import { pop3Readers } from './clients/pop3';
import { withSetting } from './clients/setting';
import { smtpSenders } from './clients/smtp';
import { submitters } from './clients/submit';

const CLIENTS: readonly Client[] = [...smtpSenders, ...submitters, ...pop3Readers, ...imapReaders, ...endToEnd];

async function main(): Promise<void> {
  const [wanted] = process.argv.slice(2);
  let passed = 0;
  let failed = 0;
  for (const client of CLIENTS.filter(({ name }) => wanted === undefined || name.includes(wanted))) {
    try {
      const missing = client.programs?.filter((program) => !isInstalled(program)) ?? [];
      if (missing.length > 0) throw new Error(`not installed: ${missing.join(', ')}`);
      await withSetting((setting) => client.use(setting));
      console.log(`ok    ${client.name}`);
      passed++;
    } catch (error) {
      console.log(`fails ${client.name}\n${error instanceof Error ? error.message : error}`);
      failed++;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

void main();
