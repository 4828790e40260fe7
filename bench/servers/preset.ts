/** Debian's servers, set up as the suite's presets set them up. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPreset } from '../../support/presets/presets';
import type { Started } from './child';

export interface StartedOther extends Started {
  accounts: { user: string; address: string; password: string }[];
  /** Where its webmail is, where it is one. */
  webmail?: string;
  /** How many messages lie in the account's Maildir, where it has one. */
  delivered(account: { user: string }): number;
}

/** Undefined, with a line that says why, where the package is not installed or the user may not start it. */
export async function startOther(
  name: 'dovecot' | 'postfix' | 'postfix-auth' | 'roundcube',
): Promise<StartedOther | undefined> {
  try {
    const { description, stop } = await startPreset(name, { install: false, log: () => {} });
    const { services, accounts, maildir, webmail } = description.settings;
    return {
      ...(webmail && { webmail: webmail.url }),
      ports: Object.fromEntries(services.map((service) => [service.name, service.port])),
      accounts: accounts.map(({ user, address, password }) => ({ user: user ?? address, address, password })),
      delivered: ({ user }) => (maildir ? filesIn(join(maildir.replace('{user}', user), 'new')) : 0),
      stop,
    };
  } catch (error) {
    console.log(`without ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return undefined;
  }
}

/** A Maildir is made by the first delivery. */
function filesIn(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).length : 0;
}
