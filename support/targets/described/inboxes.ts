/** The inboxes of a target's accounts, by the ways that its file gives to look into them. */
import { Blocked, NotApplicable, OutcomeError } from '../../outcome';
import type { InboxReader } from '../inbox/inbox-reader';
import type { Look } from '../inbox/look';
import type { Account } from '../target';

/** What a scenario is told where the target file gives no way. */
export const NO_READER = 'needs a way to read mail: IMAP, POP3, maildir or mbox';

export class Inboxes {
  /** What they hold is left over: from before the run, or from a scenario. */
  private readonly stale: Set<Account>;

  /**
   * @param readers the first is the one to go; the others are for what it cannot read
   * @param mayEmpty whether the user allows to empty them
   */
  constructor(
    private readonly readers: readonly InboxReader[],
    accounts: readonly Account[],
    private readonly mayEmpty: boolean,
  ) {
    this.stale = new Set(accounts);
  }

  /**
   * By the first way that can read everything that is there, else the first that there is.
   * @param sent what is looked for, where its octets are known
   */
  async look(account: Account, sent?: Buffer): Promise<Look> {
    this.reader(NO_READER);
    const looks: Look[] = [];
    const refusals: Blocked[] = [];
    for (const reader of this.readers) {
      try {
        const look = await reader.look(account, sent);
        if (look.unread.length === 0) return look;
        looks.push(look);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        refusals.push(error);
      }
    }
    if (looks[0]) return looks[0];
    throw refusals[0]!;
  }

  async count(account: Account): Promise<number> {
    return await this.reader('needs a way to see what arrives: IMAP, POP3, maildir or mbox').count(account);
  }

  async empty(account: Account): Promise<void> {
    if (!this.mayEmpty) {
      const why = 'the target file does not say disposable: true, and --wipe was not given';
      throw new Blocked('not-disposable', `the inbox of ${account.address} must not be emptied: ${why}`);
    }
    await this.reader('needs a way to empty a mailbox: IMAP, POP3, maildir or mbox').empty(account);
  }

  /** They may hold what no later scenario is about. */
  leftIn(accounts: Iterable<Account>): void {
    for (const account of accounts) this.stale.add(account);
  }

  /** Takes out of the way what is left over: emptied where that is allowed, else passed over. What cannot be so is for a scenario to tell. */
  async clear(): Promise<void> {
    const [reader] = this.readers;
    const stale = [...this.stale];
    this.stale.clear();
    for (const account of reader ? stale : []) {
      try {
        await (this.mayEmpty ? reader!.empty(account) : Promise.all(this.readers.map((each) => each.pass(account))));
      } catch (error) {
        if (!(error instanceof OutcomeError)) throw error;
      }
    }
  }

  private reader(need: string): InboxReader {
    const [reader] = this.readers;
    if (!reader) throw new NotApplicable('no-reader', need);
    return reader;
  }
}
