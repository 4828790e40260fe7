/** Who plays on the bundled server: every scenario has accounts of its own, made when they are first named. */
import type { Alias, AliasKind } from './aliases';
import type { Account, AccountName } from './target';

export const EMBEDDED_DOMAIN = 'example.test';
/** The key by which the domain signs, and its selector. */
export const SIGNING_KEY = 'rsa';
const PASSWORD = 'mailspec-secret';
const CAROLS_PASSWORD = 'a secret with spaces';
/** What bearers say (RFC 6750); each account has its own. */
const tokenOf = (local: string) => `mailspec.token.${local}`;
const expiredTokenOf = (local: string) => `mailspec.expired.${local}`;

/** An account as the server is to make it. */
export interface NewAccount {
  address: string;
  password: string;
  keepSecret: boolean;
  tokens: { value: string; expires?: number }[];
}

/** RFC 5321 §4.5.1: somebody reads postmaster's mail, though no scenario looks at it. */
export const POSTMASTER: NewAccount = {
  address: `postmaster@${EMBEDDED_DOMAIN}`,
  password: PASSWORD,
  keepSecret: true,
  tokens: [{ value: tokenOf('postmaster') }],
};

/** How the server is given what a scenario needs. */
interface Making {
  addAccount(account: NewAccount): void;
  addAlias(address: string, to: string[]): void;
}

export class EmbeddedCast {
  private cast = new Map<AccountName, Account>();
  private aliases = new Map<AliasKind, Alias>();
  private scenario = 0;

  constructor(private readonly server: Making) {}

  /** The accounts that hold mail are not used again. */
  renew(): void {
    this.scenario++;
    this.cast = new Map();
    this.aliases = new Map();
  }

  account(name: AccountName): Account {
    const known = this.cast.get(name);
    if (known) return known;
    const local = `${name}-${this.scenario}`;
    const address = `${local}@${EMBEDDED_DOMAIN}`;
    // RFC 1939 §13: who logs in by PASS is not let in by APOP. Carol's account is the one that keeps its secret.
    const password = name === 'carol' ? CAROLS_PASSWORD : PASSWORD;
    const [token, expiredToken] = [tokenOf(local), expiredTokenOf(local)];
    const tokens = [{ value: token }, { value: expiredToken, expires: 1 }];
    this.server.addAccount({ address, password, keepSecret: name === 'carol', tokens });
    const login = () => ({ user: address, password });
    const account: Account = { address, local, domain: EMBEDDED_DOMAIN, token, expiredToken, login };
    this.cast.set(name, account);
    return account;
  }

  alias(kind: AliasKind): Alias {
    const known = this.aliases.get(kind);
    if (known) return known;
    const address = `alias-of-${kind}-${this.scenario}@${EMBEDDED_DOMAIN}`;
    const alias = { address, to: this.behind(kind, address) };
    this.server.addAlias(address, alias.to);
    this.aliases.set(kind, alias);
    return alias;
  }

  /** The domain elsewhere that aliases lead to: what an earlier scenario has left in the queue does not come to this one. */
  get aliasDomain(): string {
    return `aliases-${this.scenario}.mailspec.test`;
  }

  private behind(kind: AliasKind, address: string): string[] {
    const away = `away@${this.aliasDomain}`;
    if (kind === 'elsewhere') return [away];
    if (kind === 'unknown') return [`gone-${this.scenario}@${EMBEDDED_DOMAIN}`];
    if (kind === 'ring') {
      const other = `other-${address}`;
      this.server.addAlias(other, [address]);
      return [other];
    }
    const bob = this.account('bob').address;
    return kind === 'bob' ? [bob] : [bob, away];
  }
}
