import type { Account } from '../target';
import type { Look } from './look';

/** A way to look into an account's inbox. It takes each message once and remembers it. */
export interface InboxReader {
  /**
   * @param sent what is looked for, where its octets are known: not every way can carry everything
   * @throws Blocked where this way cannot be gone
   */
  look(account: Account, sent?: Buffer): Promise<Look>;
  /** How many messages there are, whether they can be read or not: cheap, where that can be told without taking them. */
  count(account: Account): Promise<number>;
  /** From now on what the inbox holds at present is never looked at again. */
  pass(account: Account): Promise<void>;
  /** Deletes all of them. Who calls has made sure that this is allowed. */
  empty(account: Account): Promise<void>;
}
