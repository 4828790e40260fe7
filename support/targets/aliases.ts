/** Aliases of a target: addresses of its own that stand for others (RFC 5321 §3.9.1), told apart by where they lead. */
import { domainOf, isIn } from './addresses';

export interface Alias {
  address: string;
  to: readonly string[];
}

/** What a scenario can ask for, behind `@needs-alias-`. */
export const ALIAS_KINDS = {
  /** To one address of another domain. */
  elsewhere: ({ to }, known) => to.length === 1 && !known.isLocal(to[0]!),
  /** To bob, and to one address of another domain. */
  several: ({ to }, known) => to.length === 2 && known.isBob(to) && to.some((each) => !known.isLocal(each)),
  /** To bob, and to nobody else. */
  bob: ({ to }, known) => to.length === 1 && known.isBob(to),
  /** To an address of its own domains that has no mailbox. */
  unknown: ({ to }, known) => to.length === 1 && known.isUnknown(to[0]!),
  /** Back to itself, over other aliases, and to nobody besides. */
  ring: ({ address }, known) => known.leadsBack(address),
} satisfies Record<string, (alias: Alias, known: Known) => boolean>;

export type AliasKind = keyof typeof ALIAS_KINDS;

/** What else there is of the target. */
export interface Surroundings {
  domains: readonly string[];
  /** The addresses of all accounts. */
  accounts: readonly string[];
  /** That of the account which plays bob. */
  bob: string | undefined;
}

/** The first alias of this kind. */
export function aliasOfKind(kind: AliasKind, aliases: readonly Alias[], around: Surroundings): Alias | undefined {
  const known = new Known(aliases, around);
  return aliases.find((alias) => ALIAS_KINDS[kind](alias, known));
}

/** Where it leads, where that is elsewhere; otherwise the first of its addresses. */
export function endOf({ to }: Alias, domains: readonly string[]): string {
  return to.find((address) => !isIn(domains, address)) ?? to[0]!;
}

/** The domains elsewhere that aliases lead to. */
export function domainsBehind(aliases: readonly Alias[], domains: readonly string[]): string[] {
  const elsewhere = aliases.flatMap(({ to }) => to.filter((address) => !isIn(domains, address)));
  return [...new Set(elsewhere.map(domainOf))];
}

class Known {
  constructor(
    private readonly aliases: readonly Alias[],
    private readonly around: Surroundings,
  ) {}

  isLocal(address: string): boolean {
    return isIn(this.around.domains, address);
  }

  isBob(addresses: readonly string[]): boolean {
    const { bob } = this.around;
    return bob !== undefined && addresses.some((address) => same(address, bob));
  }

  isUnknown(address: string): boolean {
    const { accounts } = this.around;
    return this.isLocal(address) && !this.find(address) && !accounts.some((each) => same(each, address));
  }

  leadsBack(address: string, way: readonly string[] = []): boolean {
    if (way.some((each) => same(each, address))) return true;
    const alias = this.find(address);
    return alias?.to.every((target) => this.leadsBack(target, [...way, address])) ?? false;
  }

  private find(address: string): Alias | undefined {
    return this.aliases.find((alias) => same(alias.address, address));
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
