import type { AccountSettings } from '../targets/settings';

export const PRESET_DOMAIN = 'example.test';

/** Six accounts: three for each of two processes that share the work. */
export const PRESET_ACCOUNTS: readonly AccountSettings[] = ['ann', 'ben', 'cora', 'dan', 'eva', 'finn'].map((name) => ({
  address: `${name}@${PRESET_DOMAIN}`,
  user: `${name}@${PRESET_DOMAIN}`,
  password: `secret-of-${name}`,
  logins: {},
}));
