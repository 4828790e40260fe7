/**
 * The mail store as every protocol sees it: accounts, mailboxes, messages, and the news of what changed. All calls are
 * synchronous and atomic; what returned is stored (see database.ts for what survives which crash).
 */

import type { MessageQueue } from './queue-types';

export type AccountId = number;
export type MailboxId = number;
/** The octets of a message, shared by all its copies. Never reused: also good for EMAILID (RFC 8474 §5.1). */
export type BlobId = number;

/** The system flags, as bits of `flags` (RFC 9051 §2.3.2). `\Recent` is not stored: see Mailboxes.claimRecent. */
export const FLAG = { seen: 1, answered: 2, flagged: 4, deleted: 8, draft: 16 } as const;

/** Parts a mailbox name; the same for all accounts. */
export const SEPARATOR = '/';

/** Whoever makes a change; given back with the news of it, so that a session tells its own doing from that of others. */
export type Actor = object;

export interface Account {
  readonly id: AccountId;
  /** `local@domain`, domain in lower case. */
  readonly address: string;
  /** What auth/ keeps of the password: see auth/credentials.ts. */
  readonly credentials: string;
  /** Octets it may hold; Infinity for no quota. */
  readonly quota: number;
}

export interface Mailbox {
  readonly id: MailboxId;
  readonly account: AccountId;
  /** In UTF-8, parted by SEPARATOR; `INBOX` always in capitals. */
  readonly name: string;
  readonly uidValidity: number;
  readonly uidNext: number;
  readonly highestModseq: number;
  /** False for a name that only has inferiors (`\Noselect`). */
  readonly selectable: boolean;
  /** `\Sent` and the like (RFC 6154), or ''. */
  readonly specialUse: string;
  /** Messages in it, without \Seen, with \Deleted, and their octets. */
  readonly messages: number;
  readonly unseen: number;
  readonly deleted: number;
  readonly size: number;
  /** UIDs from here on are recent to the next session that selects it. */
  readonly recentFrom: number;
}

export interface Message {
  readonly mailbox: MailboxId;
  readonly uid: number;
  /** Bits of FLAG. */
  readonly flags: number;
  readonly keywords: readonly string[];
  /** Milliseconds since 1970, and the zone it was given in: minutes east of UTC. */
  readonly internalDate: number;
  readonly internalZone: number;
  /** When it came into this mailbox (RFC 8514). */
  readonly saveDate: number;
  readonly size: number;
  readonly modseq: number;
  readonly blob: BlobId;
  /** THREADID (RFC 8474 §5.2), or ''. */
  readonly threadId: string;
}

export interface NewMessage {
  /** The octets, or those of a message that is there already. */
  content: Buffer | BlobId;
  flags?: number;
  keywords?: readonly string[];
  /** Now, when absent. */
  internalDate?: number;
  internalZone?: number;
  threadId?: string;
}

export interface FlagUpdate {
  uid: number;
  /** All its flags and keywords from now on. */
  flags: number;
  keywords: readonly string[];
}

/** What of a message's flags and keywords its copy gets. */
export type Kept = (message: Pick<Message, 'flags' | 'keywords'>) => Pick<Message, 'flags' | 'keywords'>;

export interface Copied {
  uidValidity: number;
  /** Source UID and the UID of its copy, in the order of the source's UIDs. */
  uids: Array<[from: number, to: number]>;
}

/** What is remembered of a message's structure, as JSON that mime/ writes and reads; dropped with the blob. */
export type ParsedKind = 'envelope' | 'bodystructure' | 'body' | 'headers' | 'text';

export interface Accounts {
  /** Makes the account, its INBOX and the special-use mailboxes. Throws StoreError `exists`. */
  create(address: string, credentials: string, quota?: number): Account;
  find(address: string): Account | undefined;
  get(id: AccountId): Account | undefined;
  setCredentials(id: AccountId, credentials: string): void;
  setQuota(id: AccountId, quota: number): void;
  /** The account of this name that nobody can log in to, made without a mailbox where it is not there: it holds what belongs to nobody. */
  holder(name: string): Account;
  /** Octets and messages that all its mailboxes hold; reads no message. */
  usage(id: AccountId): { size: number; messages: number };
}

export interface Mailboxes {
  get(id: MailboxId): Mailbox | undefined;
  /** `inbox` in any case finds INBOX. */
  find(account: AccountId, name: string): Mailbox | undefined;
  inbox(account: AccountId): Mailbox;
  /** The INBOX's id alone, which costs less. */
  inboxId(account: AccountId): MailboxId;
  /** All of the account's, by name. */
  list(account: AccountId): Mailbox[];
  /** The mailboxes below it. */
  inferiors(mailbox: Mailbox): Mailbox[];
  /** Throws `exists`. A name that was only `\Noselect` becomes a mailbox. Superiors are the caller's to make. */
  create(
    account: AccountId,
    name: string,
    options?: { specialUse?: string; selectable?: boolean; by?: Actor },
  ): Mailbox;
  /** Removes it with its messages; inferiors stay. With `keepName` it stays as a name that cannot be selected. */
  delete(id: MailboxId, options?: { keepName?: boolean; by?: Actor }): void;
  /** Renames it and its inferiors, all or nothing. Throws `exists` when any new name is taken. UIDs and UIDVALIDITY stay. */
  rename(id: MailboxId, name: string, by?: Actor): void;
  setSpecialUse(id: MailboxId, specialUse: string): void;
  /** The lowest UID that is recent for this session, from which on nothing is recent to later ones. EXAMINE reads `recentFrom`. */
  claimRecent(id: MailboxId): number;
  /** Keywords ever used in it, as first spelt. */
  keywords(id: MailboxId): string[];
  /** Names may be subscribed that do not exist (RFC 9051 §6.3.7). Both say whether anything changed. */
  subscribe(account: AccountId, name: string, by?: Actor): boolean;
  unsubscribe(account: AccountId, name: string, by?: Actor): boolean;
  subscriptions(account: AccountId): string[];
}

export interface Messages {
  /** UIDs in ascending order; reads the index only. */
  uids(mailbox: MailboxId): number[];
  get(mailbox: MailboxId, uid: number): Message | undefined;
  /** In order of UID, bounds included. */
  range(mailbox: MailboxId, from?: number, to?: number): Message[];
  /** UIDs of the messages that have, or have not, this one system flag; \Seen unset and \Deleted and \Flagged set have an index. */
  uidsByFlag(mailbox: MailboxId, flag: number, set: boolean): number[];
  /** Octets of the messages with \Deleted. */
  deletedSize(mailbox: MailboxId): number;
  /** The UID of the first message without \Seen; reads no message. */
  firstUnseen(mailbox: MailboxId): number | undefined;
  /** UIDs of the messages whose last line does not end in CRLF: POP3 must end it (RFC 1939 §3). */
  unended(mailbox: MailboxId): number[];
  /** How many messages have a smaller or equal UID: the sequence number of one that is there. */
  position(mailbox: MailboxId, uid: number): number;
  /** Messages whose mod-sequence is greater, in order of UID (RFC 7162). */
  changedSince(mailbox: MailboxId, modseq: number): Message[];
  /** UIDs expunged since that mod-sequence, ascending. */
  expungedSince(mailbox: MailboxId, modseq: number): number[];

  /** Adds messages, all or none; gives them as stored. */
  append(mailbox: MailboxId, messages: readonly NewMessage[], by?: Actor): Message[];
  /** One mod-sequence for all; messages that are gone are left out. Gives the messages as they are now. */
  setFlags(mailbox: MailboxId, updates: readonly FlagUpdate[], by?: Actor): Message[];
  /** Removes those that are there; gives their UIDs, ascending. */
  expunge(mailbox: MailboxId, uids: readonly number[], by?: Actor): number[];
  /** Copies with flags, keywords and internal date, all or none. `kept` says which flags and keywords the copies have, where not all. */
  copy(from: MailboxId, uids: readonly number[], to: MailboxId, by?: Actor, kept?: Kept): Copied;
  /** Copies and expunges in one step (RFC 6851 §3.3). */
  move(from: MailboxId, uids: readonly number[], to: MailboxId, by?: Actor, kept?: Kept): Copied;

  /** The whole message, octet by octet. The buffer is shared: never write into it. */
  content(blob: BlobId): Buffer;
  size(blob: BlobId): number;
  /** The header section with the empty line that ends it; does not read the body. */
  header(blob: BlobId): Buffer;
  /** Octets of `header`. */
  headerSize(blob: BlobId): number;
  parsed(blob: BlobId, kind: ParsedKind): string | undefined;
  setParsed(blob: BlobId, kind: ParsedKind, json: string): void;
}

/** Access control lists (RFC 4314): only what is stored; what the letters mean is IMAP's business. */
export interface Rights {
  of(mailbox: MailboxId): Array<{ identifier: string; rights: string }>;
  get(mailbox: MailboxId, identifier: string): string | undefined;
  /** An empty string removes the entry. */
  set(mailbox: MailboxId, identifier: string, rights: string, by?: Actor): void;
  /** Mailboxes of others that have an entry for one of these identifiers. */
  sharedWith(identifiers: readonly string[]): Mailbox[];
}

// News of what changed, told after the commit, in order.

export type MessageChange =
  | { kind: 'appended'; messages: readonly Message[] }
  /** UIDs ascending; `modseq` is the expunges' own (RFC 7162 §3.2.7). */
  | { kind: 'expunged'; uids: readonly number[]; modseq: number }
  | { kind: 'flags'; messages: readonly Message[] };

export type MailboxChange =
  | { kind: 'created'; name: string }
  | { kind: 'deleted'; name: string }
  | { kind: 'renamed'; from: string; name: string }
  | { kind: 'subscribed' | 'unsubscribed'; name: string }
  /** Its access control list is another. */
  | { kind: 'rights'; name: string };

export type Change = (MessageChange | MailboxChange) & {
  account: AccountId;
  /** 0 for a subscription to a name that does not exist. */
  mailbox: MailboxId;
  /** Who did it, where that is known. */
  by: Actor | undefined;
};

export type Listener = (change: Change) => void;

export interface Changes {
  /** Calls back for every change of this mailbox; returns what ends it. */
  watch(mailbox: MailboxId, listener: Listener): () => void;
  /** Calls back for every change of this account's mailboxes and subscriptions; returns what ends it. */
  watchAccount(account: AccountId, listener: Listener): () => void;
  /** Calls back for every content that no message has any more, as long as the store is there. */
  watchContents(listener: (gone: BlobId) => void): void;
}

export interface Store {
  readonly accounts: Accounts;
  readonly mailboxes: Mailboxes;
  readonly messages: Messages;
  readonly rights: Rights;
  readonly queue: MessageQueue;
  readonly changes: Changes;
  /** All or nothing; may be nested (the outermost counts). News is told after the commit. */
  transaction<T>(work: () => T): T;
  /**
   * Runs `work` in a transaction shared with others that wait, and resolves when it is on disk: one flush for many. What one
   * piece of work throws undoes only itself.
   */
  grouped<T>(work: () => T): Promise<T>;
  /**
   * The same for what may be found undone after a loss of power, for a moment: resolves when it survives the process. It is on disk no later
   * than what is grouped afterwards.
   */
  noted<T>(work: () => T): Promise<T>;
  /** Calls back when the present transaction is committed, or at once outside of one; never when it is undone. */
  afterCommit(callback: () => void): void;
  /** As when the process is killed: what is not on disk is lost, and nothing can be written until `reopen`. */
  abandon(): void;
  /** Closes the file and opens it again, as after a restart; memory stays as it is. */
  reopen(): void;
  /** Closes the file; nothing may be called afterwards. */
  close(): void;
}
