/** Which account an address belongs to: accounts, aliases and postmaster. */

import type { Account, Store } from '../store/types';

export interface DirectoryOptions {
  store: Store;
  /** The domains whose mail is taken here. */
  domains: readonly string[];
  /** Alias address to account address. */
  aliases: Readonly<Record<string, string>>;
  /** The address of the first account: who reads postmaster's mail unless an alias says otherwise. */
  postmaster: string | undefined;
}

export class Directory {
  private readonly domains: ReadonlySet<string>;
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(private readonly options: DirectoryOptions) {
    this.domains = new Set(options.domains.map((domain) => domain.toLowerCase()));
    this.aliases = new Map(Object.entries(options.aliases).map(([from, to]) => [from.toLowerCase(), to]));
  }

  /** Whether mail for this domain is taken here; domains ignore case (RFC 5321 §2.4). */
  isLocal(domain: string): boolean {
    return this.domains.has(domain.toLowerCase());
  }

  /** The account behind an address in a local domain; undefined when there is none. */
  resolve(local: string, domain: string): Account | undefined {
    const address = `${local}@${domain}`.toLowerCase();
    const account = this.options.store.accounts.find(this.aliases.get(address) ?? address);
    // RFC 5321 §4.5.1: postmaster is served in any case, in every domain.
    return account ?? (local.toLowerCase() === 'postmaster' ? this.postmaster() : undefined);
  }

  /** Who reads `<Postmaster>` without a domain. */
  postmaster(): Account | undefined {
    const { store, postmaster } = this.options;
    return postmaster === undefined ? undefined : store.accounts.find(postmaster);
  }
}
