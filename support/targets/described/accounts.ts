/** The accounts of a target file, in the parts that scenarios give them. */
import { NotApplicable } from '../../outcome';
import type { AccountSettings } from '../settings';
import type { Account, AccountName } from '../target';

const PARTS: readonly AccountName[] = ['alice', 'bob', 'carol'];

export function settledAccount(settings: AccountSettings): Account {
  const { address, user, password, logins, token, expiredToken } = settings;
  const at = address.lastIndexOf('@');
  return {
    address,
    local: address.slice(0, at),
    domain: address.slice(at + 1),
    ...(token === undefined ? {} : { token }),
    ...(expiredToken === undefined ? {} : { expiredToken }),
    login: (service) => logins[service] ?? { user, password },
  };
}

/** The account that plays the part. @throws NotApplicable `no-accounts` where there are too few. */
export function castAccount(accounts: readonly Account[], name: AccountName): Account {
  const account = accounts[PARTS.indexOf(name)];
  if (account) return account;
  throw new NotApplicable('no-accounts', `needs an account for ${name}; it has ${accounts.length}`);
}
