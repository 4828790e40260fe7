/** Whose mail goes where, for addresses of this server: accounts, aliases and postmaster. */

import type { Account, Store } from '../store/types';

export interface DirectoryOptions {
  store: Store;
  /** The domains whose mail is taken here. */
  domains: readonly string[];
  /** Alias address to the address, or the addresses, in whose place it stands: accounts, other aliases, addresses elsewhere. */
  aliases: Readonly<Record<string, string | readonly string[]>>;
  /** The address of the first account: who reads postmaster's mail unless an alias says otherwise. */
  postmaster: string | undefined;
}

/** One of those who get what is sent to an address. */
export type Behind =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'elsewhere'; readonly address: string }
  /** An address of this server that has no mailbox. */
  | { readonly kind: 'nobody'; readonly address: string };

export class Directory {
  private readonly domains: ReadonlySet<string>;
  private readonly aliases: Map<string, readonly string[]>;

  constructor(private readonly options: DirectoryOptions) {
    this.domains = new Set(options.domains.map((domain) => domain.toLowerCase()));
    this.aliases = new Map(Object.entries(options.aliases).map(([from, to]) => [from.toLowerCase(), [to].flat()]));
  }

  /** Whether mail for this domain is taken here; domains ignore case (RFC 5321 §2.4). */
  isLocal(domain: string): boolean {
    return this.domains.has(domain.toLowerCase());
  }

  addAlias(address: string, to: readonly string[]): void {
    this.aliases.set(address.toLowerCase(), to);
  }

  /** Who gets what is sent to an address in a local domain (RFC 5321 §3.9.1); empty where an alias leads back to itself and nowhere else. */
  behind(local: string, domain: string): Behind[] {
    return this.follow(`${local}@${domain}`, [], new Set());
  }

  /** The account behind an address in a local domain; undefined when there is none, or it is not the only one. */
  resolve(local: string, domain: string): Account | undefined {
    const [first, ...others] = this.behind(local, domain);
    return first?.kind === 'account' && others.length === 0 ? first.account : undefined;
  }

  /** Who reads `<Postmaster>` without a domain. */
  postmaster(): Account | undefined {
    const { store, postmaster } = this.options;
    return postmaster === undefined ? undefined : store.accounts.find(postmaster);
  }

  /** @param way the aliases that led here; @param followed all that were met */
  private follow(address: string, way: readonly string[], followed: Set<string>): Behind[] {
    const name = address.toLowerCase();
    const targets = this.aliases.get(name);
    // Who is an alias of herself, and of others, keeps a copy.
    if (!targets || way.includes(name)) {
      const found = this.mailbox(address);
      return targets && found.kind === 'nobody' ? [] : [found];
    }
    if (followed.has(name)) return [];
    followed.add(name);
    return targets.flatMap((target) => this.follow(target, [...way, name], followed));
  }

  private mailbox(address: string): Behind {
    const at = address.lastIndexOf('@');
    if (!this.isLocal(address.slice(at + 1))) return { kind: 'elsewhere', address };
    const named = this.options.store.accounts.find(address.toLowerCase());
    // RFC 5321 §4.5.1: postmaster is served in any case, in every domain.
    const account = named ?? (address.slice(0, at).toLowerCase() === 'postmaster' ? this.postmaster() : undefined);
    return account ? { kind: 'account', account } : { kind: 'nobody', address };
  }
}
