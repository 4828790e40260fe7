import type { Account } from './target';

/** Puts an account into a path or an argument: {user}, {address}, {local}, {domain}. `user` is what it logs in with. */
export function fill(template: string, account: Account, user: string): string {
  const values: Record<string, string> = {
    user,
    address: account.address,
    local: account.local,
    domain: account.domain,
  };
  return template.replace(/\{(user|address|local|domain)\}/g, (_, name: string) => values[name]!);
}
