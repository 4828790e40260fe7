import type { TargetSettings } from '../targets/settings';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from './accounts';

/** A network that presets trust where their servers can be told to, and an address that none of them trusts (Linux has all of 127.0.0.0/8). */
export const TRUSTED_NETWORK = '127.0.99.0/24';
const STRANGER = process.platform === 'darwin' ? {} : { clients: { stranger: '127.0.98.1' } };
/** For those that trust the network. */
export const TRUSTING = { clients: { trusted: '127.0.99.1', ...STRANGER.clients } };

/** What the settings of all presets have in common; limits and timing are each server's own. */
export const PRESET_SETTINGS = {
  domains: [PRESET_DOMAIN],
  accounts: [...PRESET_ACCOUNTS],
  disposable: true,
  unknown: `nobody-here@${PRESET_DOMAIN}`,
  sender: 'someone@elsewhere.test',
  profiles: {},
  ...STRANGER,
} satisfies Partial<TargetSettings>;
