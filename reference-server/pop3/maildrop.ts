/** The messages of one session, as they were at login: what comes later shows in the next session (RFC 1939 §4). */

import type { ServerContext } from '../context';
import type { Account, BlobId } from '../store/types';

export interface Entry {
  readonly number: number;
  readonly uid: number;
  /** Octets that are stored. */
  readonly stored: number;
  /** Its last line has no CRLF. */
  readonly unended: boolean;
  readonly blob: BlobId;
  deleted: boolean;
}

const CRLF = Buffer.from('\r\n');

export class Maildrop {
  readonly entries: readonly Entry[];
  readonly mailbox: number;
  private readonly uidValidity: number;

  private constructor(
    private readonly context: ServerContext,
    private readonly account: Account,
  ) {
    const { mailboxes, messages } = context.store;
    const inbox = mailboxes.inbox(account.id);
    this.mailbox = inbox.id;
    this.uidValidity = inbox.uidValidity;
    const unended = new Set(messages.unended(inbox.id));
    this.entries = messages.range(inbox.id).map(({ uid, size, blob }, index) => ({
      number: index + 1,
      uid,
      stored: size,
      unended: unended.has(uid),
      blob,
      deleted: false,
    }));
  }

  /** Takes the maildrop for this session alone; undefined when another session has it. */
  static open(context: ServerContext, account: Account): Maildrop | undefined {
    if (context.maildrops.has(account.id)) return undefined;
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

  /** Octets as RETR sends them, without byte-stuffing. */
  size({ stored, unended }: Entry): number {
    return unended ? stored + CRLF.length : stored;
  }

  /** The octets of all of these. */
  octets(entries: readonly Entry[]): number {
    return entries.reduce((sum, entry) => sum + this.size(entry), 0);
  }

  /** Never given to another message: UIDs are not, and UIDVALIDITY changes with a new INBOX (RFC 1939 §7). */
  uniqueId({ uid }: Entry): string {
    return `${this.uidValidity}.${uid}`;
  }

  /** The whole message, ended by CRLF; undefined when another protocol has removed it meanwhile. */
  content({ uid, blob, unended }: Entry): Buffer | undefined {
    const { messages } = this.context.store;
    if (!messages.get(this.mailbox, uid)) return undefined;
    const content = messages.content(blob);
    return unended ? Buffer.concat([content, CRLF]) : content;
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
