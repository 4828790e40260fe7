import type { TargetSettings } from '../targets/settings';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from './accounts';

/** What the settings of all presets have in common; limits and timing are each server's own. */
export const PRESET_SETTINGS = {
  domains: [PRESET_DOMAIN],
  accounts: [...PRESET_ACCOUNTS],
  disposable: true,
  unknown: `nobody-here@${PRESET_DOMAIN}`,
  sender: 'someone@elsewhere.test',
  profiles: {},
} satisfies Partial<TargetSettings>;
