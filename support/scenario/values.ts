/** What the names of features/README.md ("Who is who") stand for in one scenario against one target. */
import type { TLSSocket } from 'node:tls';
import { Blocked } from '../outcome';
import { outsideName } from '../outside/names';
import { ALIAS_KINDS, type AliasKind, endOf } from '../targets/aliases';
import type { Account, AccountName, ServiceName, Target } from '../targets/target';
import { type ChannelBinding, channelBinding } from '../wire/channel-binding';

/** Who plays in scenarios: the target's first, second and third account. */
export const ACCOUNTS: readonly AccountName[] = ['alice', 'bob', 'carol'];
/** What the suite calls itself in EHLO: a name that cannot be anybody's (RFC 2606 §2). */
const HELO = 'client.mailspec.test';
/** An address that is neither the target's nor a foreign sender it knows. */
const FOREIGN = 'someone@foreign.mailspec.test';

export interface ValueSource {
  target: Target;
  /** The scenario's own word: `${id}`. */
  id: string;
  /** The service whose login names `alice.user` and `alice.password` mean. */
  service(): ServiceName;
  /** A password was asked for: hide it in the transcript. */
  hide(secret: string): void;
  /** Of the session that asks, where it has TLS. */
  tls?: TLSSocket | undefined;
}

type Value = (source: ValueSource) => string | Buffer | undefined;

/** What stands behind a name by itself. */
export const VALUES: Readonly<Record<string, Value>> = {
  id: ({ id }) => id,
  helo: () => HELO,
  sender: ({ target }) => target.sender,
  foreign: () => FOREIGN,
  domain: ({ target }) => target.domains[0],
  unknown: ({ target }) => {
    if (target.unknown === undefined) throw new Blocked('no-unknown', 'every address of this target has a mailbox');
    return target.unknown;
  },
  'channel-binding': (source) => binding(source).data,
  'channel-binding.header': (source) => `p=${binding(source).type},,`,
};

function binding({ tls }: ValueSource): ChannelBinding {
  if (tls === undefined) throw new Blocked('no-channel-binding', 'this session has no TLS to bind a login to');
  return channelBinding(tls);
}

/** What stands behind `alias`. */
export const ALIAS_VALUES: readonly string[] = [
  ...Object.keys(ALIAS_KINDS).map((kind) => `alias.${kind}`),
  'alias.elsewhere.to',
  'alias.several.to',
];

/** What stands behind an account's name and a dot. */
export const ACCOUNT_VALUES: Readonly<Record<string, (account: Account, source: ValueSource) => string>> = {
  local: ({ local }) => local,
  domain: ({ domain }) => domain,
  user: (account, source) => account.login(source.service()).user,
  password: (account, source) => {
    const { password } = account.login(source.service());
    source.hide(password);
    return password;
  },
  token: ({ token }, source) => secretly(token, 'token', source),
  'expired-token': ({ expiredToken }, source) => secretly(expiredToken, 'expired-token', source),
};

function secretly(token: string | undefined, key: string, source: ValueSource): string {
  if (token === undefined) throw new Blocked('no-token', `an account of this target has no ${key}`);
  source.hide(token);
  return token;
}

/** The value of a name, or undefined for a name that is not one of the suite's. */
export function suiteValue(name: string, source: ValueSource): string | Buffer | undefined {
  if (Object.hasOwn(VALUES, name)) return VALUES[name]!(source);
  const [first = '', property] = name.split('.');
  if (first === 'alias') return aliasValue(name, source.target);
  const accountName = ACCOUNTS.find((account) => account === first);
  if (accountName === undefined) return outsideName(name, source.id);
  const account = source.target.account(accountName);
  return property === undefined ? account.address : own(ACCOUNT_VALUES, property)?.(account, source);
}

/** An alias that leads there, and where it leads, where that is elsewhere. */
function aliasValue(name: string, target: Target): string | undefined {
  if (!ALIAS_VALUES.includes(name)) return undefined;
  const [, kind, end] = name.split('.');
  const alias = target.alias(kind as AliasKind);
  if (alias === undefined) throw new Blocked('no-alias', `this target has no alias of the kind “${kind}”`);
  return end === undefined ? alias.address : endOf(alias, target.domains);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
