/** Who logs in: one for all protocols of a server. */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account, Store } from '../store/types';
import { cramMd5 } from './cram-md5';
import { type Credentials, deserialize, serialize } from './credentials';
import { login } from './login';
import type { Mechanism } from './mechanism';
import { Passwords, prepare } from './passwords';
import { plain } from './plain';
import { scramSha256 } from './scram';

export interface AccountOptions {
  /** The mailbox's address, `local@domain`; also the name to log in with. */
  address: string;
  password: string;
  /** Keep the secret itself, for APOP and CRAM-MD5, which cannot work from a SCRAM verifier. */
  keepSecret?: boolean;
}

export interface AuthenticatorOptions {
  store: Store;
  random: (octets: number) => Buffer;
  hostname: string;
  /** For a login name without `@`. */
  domain: string;
  now: () => number;
}

export class Authenticator {
  readonly random: (octets: number) => Buffer;
  private readonly passwords: Passwords;
  /** Whether any account can use APOP and CRAM-MD5; otherwise neither is offered. */
  private secretsKept = false;

  constructor(private readonly options: AuthenticatorOptions) {
    this.random = options.random;
    this.passwords = new Passwords(options.random);
  }

  /** Makes the account with its mailboxes. Throws StoreError `exists`. */
  add({ address, password, keepSecret = false }: AccountOptions, quota: number): Account {
    this.secretsKept ||= keepSecret;
    return this.options.store.accounts.create(address, serialize(this.passwords.create(password, keepSecret)), quota);
  }

  /** Makes the account or, where a file has it already, sets its password. */
  ensure(options: AccountOptions, quota: number): void {
    const account = this.options.store.accounts.find(options.address);
    if (!account) {
      this.add(options, quota);
      return;
    }
    this.secretsKept ||= options.keepSecret === true;
    const credentials = this.passwords.create(options.password, options.keepSecret ?? false);
    this.options.store.accounts.setCredentials(account.id, serialize(credentials));
    this.options.store.accounts.setQuota(account.id, quota);
  }

  /** The account that logs in by this name: its address, or the part before `@` in the server's first domain. */
  find(user: string): Account | undefined {
    const name = prepare(user);
    if (name === undefined) return undefined;
    return this.options.store.accounts.find(name.includes('@') ? name : `${name}@${this.options.domain}`);
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

  /** The mechanisms that can succeed here, strongest first. */
  mechanisms(): Mechanism[] {
    const always = [scramSha256(this), plain(this), login(this)];
    return this.secretsKept ? [...always, cramMd5(this)] : always;
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
