/** What the names of features/README.md ("Who is who") stand for in one scenario against one target. */
import { Blocked } from '../outcome';
import type { Account, AccountName, ServiceName, Target } from '../targets/target';

const ACCOUNTS: readonly string[] = ['alice', 'bob', 'carol'];
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
}

/** The value of a name, or undefined for a name that is not one of the suite's. */
export function suiteValue(name: string, source: ValueSource): string | undefined {
  const { target } = source;
  const [first = '', property] = name.split('.');
  if (ACCOUNTS.includes(first)) return accountValue(target.account(first as AccountName), property, source);
  switch (name) {
    case 'id':
      return source.id;
    case 'helo':
      return HELO;
    case 'sender':
      return target.sender;
    case 'foreign':
      return FOREIGN;
    case 'domain':
      return target.domains[0];
    case 'unknown':
      if (target.unknown === undefined) throw new Blocked('no-unknown', 'every address of this target has a mailbox');
      return target.unknown;
    default:
      return undefined;
  }
}

function accountValue(account: Account, property: string | undefined, source: ValueSource): string | undefined {
  switch (property) {
    case undefined:
      return account.address;
    case 'local':
      return account.local;
    case 'domain':
      return account.domain;
    case 'user':
      return account.login(source.service()).user;
    case 'password': {
      const { password } = account.login(source.service());
      source.hide(password);
      return password;
    }
    default:
      return undefined;
  }
}
