/** The messages of one session, as they were at login: what comes later shows in the next session (RFC 1939 §4). */

import type { ServerContext } from '../context';
import type { Account, BlobId } from '../store/types';

export interface Entry {
  readonly number: number;
  readonly uid: number;
  /** Octets as RETR sends them, without byte-stuffing. */
  readonly size: number;
  readonly blob: BlobId;
  readonly uniqueId: string;
  deleted: boolean;
}

const CRLF = Buffer.from('\r\n');

export class Maildrop {
  readonly entries: readonly Entry[];
  readonly mailbox: number;

  private constructor(
    private readonly context: ServerContext,
    private readonly account: Account,
  ) {
    const { mailboxes, messages } = context.store;
    const inbox = mailboxes.inbox(account.id);
    this.mailbox = inbox.id;
    const unended = new Set(messages.unended(inbox.id));
    this.entries = messages.range(inbox.id).map(({ uid, size, blob }, index) => ({
      number: index + 1,
      uid,
      size: unended.has(uid) ? size + CRLF.length : size,
      blob,
      // Never reused: UIDs are not, and the value of UIDVALIDITY changes with a new INBOX.
      uniqueId: `${inbox.uidValidity}.${uid}`,
      deleted: false,
    }));
  }

  /** Takes the maildrop for this session alone; undefined when another session has it and `exclusive` is asked for. */
  static open(context: ServerContext, account: Account, exclusive: boolean): Maildrop | undefined {
    if (exclusive && context.maildrops.has(account.id)) return undefined;
    context.maildrops.add(account.id);
    try {
      return new Maildrop(context, account);
    } catch (error) {
      context.maildrops.delete(account.id);
      throw error;
    }
  }

  /** Those that are not marked as deleted. */
  present(): Entry[] {
    return this.entries.filter((entry) => !entry.deleted);
  }

  /** The whole message, ended by CRLF; undefined when another protocol has removed it meanwhile. */
  content(entry: Entry): Buffer | undefined {
    if (!this.context.store.messages.get(this.mailbox, entry.uid)) return undefined;
    const content = this.context.store.messages.content(entry.blob);
    return entry.size === content.length ? content : Buffer.concat([content, CRLF]);
  }

  /** Takes the marks away again. */
  unmark(): void {
    for (const entry of this.entries) entry.deleted = false;
  }

  /** UPDATE: removes what is marked; resolves when that is on disk. */
  update(): Promise<void> {
    const marked = this.entries.filter((entry) => entry.deleted).map(({ uid }) => uid);
    if (marked.length === 0) return Promise.resolve();
    return this.context.store.grouped(() => void this.context.store.messages.expunge(this.mailbox, marked, this));
  }

  /** Lets other sessions have it. */
  release(): void {
    this.context.maildrops.delete(this.account.id);
  }
}
