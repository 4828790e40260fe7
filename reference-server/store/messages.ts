/** Changing messages. Each change takes one mod-sequence of its mailbox (RFC 7162 §3.1) and is told after the commit. */

import { type Blobs, isUnended } from './blobs';
import type { ChangeTeller } from './changes';
import type { Database } from './database';
import { StoreError } from './error';
import { MessageReader } from './reading';
import { type MessageRow, toMessage } from './rows';
import type {
  Actor,
  BlobId,
  Copied,
  FlagUpdate,
  Kept,
  MailboxId,
  Message,
  MessageChange,
  Messages,
  NewMessage,
  ParsedKind,
} from './types';

interface Head {
  id: number;
  account: number;
  uidvalidity: number;
  uidnext: number;
  modseq: number;
}

const INSERT = 'INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const UPDATE_FLAGS = 'UPDATE messages SET flags = ?, keywords = ?, modseq = ? WHERE mailbox = ? AND uid = ?';

export class MessageTable extends MessageReader implements Messages {
  constructor(
    db: Database,
    private readonly blobs: Blobs,
    private readonly changes: ChangeTeller,
    private readonly now: () => number,
  ) {
    super(db);
  }

  append(mailbox: MailboxId, messages: readonly NewMessage[], by?: Actor): Message[] {
    return this.db.within(() => {
      const now = this.now();
      const rows = messages.map((message) => {
        const { content } = message;
        const blob = typeof content === 'number' ? content : this.blobs.add(content);
        if (typeof content === 'number') this.blobs.retain(blob);
        const octets = typeof content === 'number' ? this.blobs.content(blob) : content;
        return {
          flags: message.flags ?? 0,
          keywords: message.keywords?.join(' ') ?? '',
          internaldate: message.internalDate ?? now,
          internalzone: message.internalZone ?? 0,
          size: octets.length,
          blob,
          threadid: message.threadId ?? '',
          unended: isUnended(octets) ? 1 : 0,
        };
      });
      return this.insert(mailbox, rows, by);
    });
  }

  setFlags(mailbox: MailboxId, updates: readonly FlagUpdate[], by?: Actor): Message[] {
    return this.db.within(() => {
      const head = this.head(mailbox);
      const modseq = head.modseq + 1;
      const messages: Message[] = [];
      for (const { uid, flags, keywords } of updates) {
        const row = this.row(mailbox, uid);
        if (!row) continue;
        const text = keywords.join(' ');
        this.db.run(UPDATE_FLAGS, flags, text, modseq, mailbox, uid);
        this.rememberKeywords(mailbox, text, row.keywords);
        messages.push(toMessage({ ...row, flags, keywords: text, modseq }));
      }
      if (messages.length === 0) return messages;
      this.db.run('UPDATE mailboxes SET modseq = ? WHERE id = ?', modseq, mailbox);
      this.tell(head, { kind: 'flags', messages }, by);
      return messages;
    });
  }

  expunge(mailbox: MailboxId, uids: readonly number[], by?: Actor): number[] {
    return this.db.within(() => {
      const head = this.head(mailbox);
      const modseq = head.modseq + 1;
      const gone: number[] = [];
      for (const uid of [...uids].sort((a, b) => a - b)) {
        const sql = 'DELETE FROM messages WHERE mailbox = ? AND uid = ? RETURNING blob';
        const row = this.db.get<{ blob: number }>(sql, mailbox, uid);
        if (!row) continue;
        this.blobs.release(row.blob);
        this.db.run('INSERT INTO expunged VALUES (?, ?, ?)', mailbox, uid, modseq);
        gone.push(uid);
      }
      if (gone.length === 0) return gone;
      this.db.run('UPDATE mailboxes SET modseq = ? WHERE id = ?', modseq, mailbox);
      this.tell(head, { kind: 'expunged', uids: gone, modseq }, by);
      return gone;
    });
  }

  copy(from: MailboxId, uids: readonly number[], to: MailboxId, by?: Actor, kept?: Kept): Copied {
    return this.db.within(() => {
      const sources = [...uids].sort((a, b) => a - b).flatMap((uid) => this.row(from, uid) ?? []);
      const uidValidity = this.head(to).uidvalidity;
      if (sources.length === 0) return { uidValidity, uids: [] };
      for (const { blob } of sources) this.blobs.retain(blob);
      const copies = this.insert(to, kept ? sources.map((row) => withFlags(row, kept(toMessage(row)))) : sources, by);
      return { uidValidity, uids: copies.map((copy, i) => [sources[i]!.uid, copy.uid] as [number, number]) };
    });
  }

  move(from: MailboxId, uids: readonly number[], to: MailboxId, by?: Actor, kept?: Kept): Copied {
    return this.db.within(() => {
      const copied = this.copy(from, uids, to, by, kept);
      const moved = copied.uids.map(([uid]) => uid);
      this.expunge(from, moved, by);
      return copied;
    });
  }

  content(blob: BlobId): Buffer {
    return this.blobs.content(blob);
  }

  size(blob: BlobId): number {
    return this.blobs.size(blob);
  }

  header(blob: BlobId): Buffer {
    return this.blobs.header(blob);
  }

  headerSize(blob: BlobId): number {
    return this.blobs.headerSize(blob);
  }

  parsed(blob: BlobId, kind: ParsedKind): string | undefined {
    return this.blobs.parsed(blob, kind);
  }

  setParsed(blob: BlobId, kind: ParsedKind, json: string): void {
    this.blobs.setParsed(blob, kind, json);
  }

  /** Adds rows with the next UIDs; everything about them is given but where they stand. */
  private insert(
    mailbox: MailboxId,
    rows: ReadonlyArray<Omit<MessageRow, 'mailbox' | 'uid' | 'savedate' | 'modseq'>>,
    by?: Actor,
  ): Message[] {
    const head = this.head(mailbox);
    const modseq = head.modseq + 1;
    const savedate = this.now();
    // Field by field: a spread of this many fields costs more than the INSERT.
    const messages = rows.map((given, index) => {
      const { flags, keywords, internaldate, internalzone, size, blob, threadid, unended } = given;
      const uid = head.uidnext + index;
      this.db.run(
        INSERT,
        mailbox,
        uid,
        flags,
        keywords,
        internaldate,
        internalzone,
        savedate,
        size,
        modseq,
        blob,
        threadid,
        unended,
      );
      this.rememberKeywords(mailbox, keywords, '');
      return toMessage({
        mailbox,
        uid,
        flags,
        keywords,
        internaldate,
        internalzone,
        savedate,
        size,
        modseq,
        blob,
        threadid,
        unended,
      });
    });
    if (messages.length > 0) this.tell(head, { kind: 'appended', messages }, by);
    return messages;
  }

  private rememberKeywords(mailbox: MailboxId, keywords: string, known: string): void {
    if (keywords === '' || keywords === known) return;
    for (const name of keywords.split(' ')) this.db.run('INSERT OR IGNORE INTO keywords VALUES (?, ?)', mailbox, name);
  }

  private head(mailbox: MailboxId): Head {
    const sql = 'SELECT id, account, uidvalidity, uidnext, modseq FROM mailboxes WHERE id = ? AND selectable = 1';
    const head = this.db.get<Head>(sql, mailbox);
    if (!head) throw new StoreError('missing', `there is no mailbox ${mailbox}`);
    return head;
  }

  private tell(head: Head, change: MessageChange, by?: Actor): void {
    this.db.afterCommit(() => this.changes.tell({ ...change, account: head.account, mailbox: head.id, by }));
  }
}

function withFlags(row: MessageRow, { flags, keywords }: ReturnType<Kept>): MessageRow {
  return { ...row, flags, keywords: keywords.join(' ') };
}
