/** Aliases for presets whose servers have them: of each kind that scenarios ask for, and for whoever of the accounts plays bob. */
import type { Alias } from '../targets/aliases';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from './accounts';

/** A domain that nobody has: the suite gives it a mail server. */
const AWAY = 'away@aliases.mailspec.test';

export const PRESET_ALIASES: Alias[] = [
  alias('away', AWAY),
  ...PRESET_ACCOUNTS.flatMap(({ address }) => {
    const local = address.split('@')[0]!;
    return [alias(`alias-of-${local}`, address), alias(`${local}-and-away`, address, AWAY)];
  }),
  alias('alias-of-nobody', `nobody-at-all@${PRESET_DOMAIN}`),
  alias('ring', `round@${PRESET_DOMAIN}`),
  alias('round', `ring@${PRESET_DOMAIN}`),
];

/** As aliases(5) has them. RFC 5321 §4.5.1: every domain takes mail for postmaster. */
export const ALIASES_FILE = [alias('postmaster', PRESET_ACCOUNTS[0]!.address), ...PRESET_ALIASES]
  .map(({ address, to }) => `${address.split('@')[0]}: ${to.join(', ')}\n`)
  .join('');

function alias(local: string, ...to: string[]): Alias {
  return { address: `${local}@${PRESET_DOMAIN}`, to };
}
