/** Who logs in: one for all protocols of a server. */

import { createHash, timingSafeEqual } from 'node:crypto';
import { ifPossible } from '../store/failures';
import type { Account, AccountId, Store } from '../store/types';
import { oauthBearer, xOauth2 } from './bearer';
import { cramMd5 } from './cram-md5';
import { type Credentials, deserialize, serialize } from './credentials';
import { login } from './login';
import type { Knowing, Mechanism } from './mechanism';
import { needPrepared, Passwords, prepare } from './passwords';
import { plain } from './plain';
import { scramSha256, scramSha256Plus } from './scram';
import { type TokenOptions, Tokens } from './tokens';

export interface AccountOptions {
  /** The mailbox's address, `local@domain`; also the name to log in with. */
  address: string;
  password: string;
  /** Keep the secret itself, for APOP and CRAM-MD5, which cannot work from a SCRAM verifier. */
  keepSecret?: boolean;
  /** What OAUTHBEARER and XOAUTH2 let in as this account. */
  tokens?: TokenOptions[];
}

export interface AuthenticatorOptions {
  store: Store;
  random: (octets: number) => Buffer;
  hostname: string;
  /** For a login name without `@`. */
  domain: string;
  now: () => number;
}

export class Authenticator implements Knowing {
  readonly random: (octets: number) => Buffer;
  private readonly passwords: Passwords;
  /** Whether any account can use APOP and CRAM-MD5; otherwise neither is offered. */
  private secretsKept = false;
  readonly tokens: Tokens;
  /** Of accounts that were there before: what they were started with. Each costs a hash, so nobody looks before somebody logs in. */
  private readonly named = new Map<AccountId, AccountOptions>();

  constructor(private readonly options: AuthenticatorOptions) {
    this.random = options.random;
    this.passwords = new Passwords(options.random);
    this.tokens = new Tokens(options.random);
  }

  /** Makes the account with its mailboxes. Throws StoreError `exists`. */
  add({ address, password, keepSecret = false, tokens = [] }: AccountOptions, quota: number): Account {
    this.secretsKept ||= keepSecret;
    this.tokens.add(address, tokens);
    return this.options.store.accounts.create(address, serialize(this.passwords.create(password, keepSecret)), quota);
  }

  /** Makes the accounts that the store does not have; of the others the password is set, when it is first needed and if it is another. */
  ensure(all: readonly AccountOptions[], quota: number): void {
    const { store } = this.options;
    const missing = all.filter(({ address }) => !store.accounts.find(address));
    for (const options of all) {
      const account = store.accounts.find(options.address);
      if (!account) continue;
      this.secretsKept ||= options.keepSecret === true;
      this.tokens.add(options.address, options.tokens ?? []);
      needPrepared(options.password);
      this.named.set(account.id, options);
      if (account.quota !== quota) ifPossible(() => store.accounts.setQuota(account.id, quota));
    }
    if (missing.length > 0) store.transaction(() => missing.forEach((options) => void this.add(options, quota)));
  }

  /** The account that logs in by this name: its address, or the part before `@` in the server's first domain. */
  find(user: string): Account | undefined {
    const name = prepare(user);
    if (name === undefined) return undefined;
    const account = this.options.store.accounts.find(name.includes('@') ? name : `${name}@${this.options.domain}`);
    return account && this.named.has(account.id) ? this.settled(account) : account;
  }

  /** With the password that the start named: what is kept stays when it is of that one. */
  private settled(account: Account): Account {
    const { password, keepSecret = false } = this.named.get(account.id)!;
    const kept = this.passwords.isOf(password, keepSecret, deserialize(account.credentials));
    const credentials = kept ? account.credentials : serialize(this.passwords.create(password, keepSecret));
    const set = () => kept || this.options.store.accounts.setCredentials(account.id, credentials);
    if (ifPossible(set)) this.named.delete(account.id);
    return { ...account, credentials };
  }

  /** The account, when this is its password; takes as long when there is no such account. */
  password(user: string, password: string): Account | undefined {
    const account = this.find(user);
    const credentials = account && deserialize(account.credentials);
    return this.passwords.check(password, credentials) ? account : undefined;
  }

  /** What SCRAM works from; for an account that does not exist, something that looks the same. */
  credentials(account: Account | undefined, user: string): Credentials {
    return account ? deserialize(account.credentials) : this.passwords.nobody(user);
  }

  /** The secret of an account that keeps it. */
  secret(account: Account | undefined): string | undefined {
    return account && deserialize(account.credentials).secret;
  }

  /** Whose token this is. */
  token(token: string): Account | undefined {
    const address = this.tokens.addressOf(token, this.options.now());
    return address === undefined ? undefined : this.find(address);
  }

  /** The mechanisms that can succeed here, strongest first. */
  mechanisms(): Mechanism[] {
    const always = [scramSha256Plus(this), scramSha256(this), plain(this), login(this)];
    const withTokens = this.tokens.any ? [oauthBearer(this), xOauth2(this)] : [];
    return this.secretsKept ? [...always, ...withTokens, cramMd5(this)] : [...always, ...withTokens];
  }

  /** Whether APOP can succeed for anybody. */
  get keepsSecrets(): boolean {
    return this.secretsKept;
  }

  /** A time stamp never given before, in the form of a Message-ID (RFC 1939 §7). */
  stamp(): string {
    return `<${this.options.now()}.${this.random(9).toString('hex')}@${this.options.hostname}>`;
  }

  /** APOP: the digest is MD5 of the greeting's stamp and the secret (RFC 1939 §7). */
  apop(user: string, stamp: string, digest: string): Account | undefined {
    const account = this.find(user);
    const secret = this.secret(account);
    const expected = createHash('md5')
      .update(stamp + (secret ?? this.random(9).toString('hex')))
      .digest();
    const given = Buffer.from(/^[0-9a-f]{32}$/.test(digest) ? digest : '', 'hex');
    const right = given.length === expected.length && timingSafeEqual(given, expected);
    return right && secret !== undefined ? account : undefined;
  }
}
