import type { Account } from '../target';

/** A way to look into an account's inbox. */
export interface InboxReader {
  /** Octet by octet with CRLF, oldest first. */
  read(account: Account): Promise<Buffer[]>;
  /** Deletes all of them. Who calls has made sure that this is allowed. */
  empty(account: Account): Promise<void>;
}
