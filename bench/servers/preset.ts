/** Debian's servers, set up as the suite's presets set them up. */
import { startPreset } from '../../support/target/presets/presets';
import type { Started } from './child';

export interface StartedOther extends Started {
  accounts: { user: string; password: string }[];
}

/** Undefined, with a line that says why, where the package is not installed or the user may not start it. */
export async function startOther(name: 'dovecot' | 'postfix'): Promise<StartedOther | undefined> {
  try {
    const { description, stop } = await startPreset(name, { install: false, log: () => {} });
    const { services, accounts } = description.settings;
    return {
      ports: Object.fromEntries(services.map((service) => [service.name, service.port])),
      accounts: accounts.map(({ user, address, password }) => ({ user: user ?? address, password })),
      stop,
    };
  } catch (error) {
    console.log(`without ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return undefined;
  }
}
