import type { Part } from '../../mime/structure';
import { decodeTransfer } from '../../mime/transfer';
import type { Copied, MailboxId, Message } from '../../store/types';
import { headerOf, selectFields } from '../fetch/header-fields';
import type { OctetsItem } from '../fetch/items';
import type { Session } from '../session';

export type StoreMode = '=' | '+' | '-';

/** What is decided about messages: how they are stored, changed and shown. */
export interface MessageChoices {
  /** The system flags that STORE leaves, and whether keywords are kept. */
  stored(mode: StoreMode, before: number, given: number): number;
  storesKeywords: boolean;
  copy(session: Session, from: MailboxId, uids: readonly number[], to: MailboxId): Copied;
  move(session: Session, from: MailboxId, uids: readonly number[], to: MailboxId): Copied;
  /** Which of the messages that are \Deleted EXPUNGE removes; for UID EXPUNGE the named ones are given. */
  expunges(session: Session, deleted: number[], named: ReadonlySet<number> | undefined): number[];
  /** Whether a data item sets \Seen: its name, `section` or `binary`. */
  setsSeen(item: string, right: boolean): boolean;
  size(session: Session, message: Message): number;
  /** Whether BODY has the extension data of BODYSTRUCTURE. */
  bodyExtended: boolean;
  header(octets: Buffer): Buffer;
  fields(header: Buffer, names: readonly string[], inverted: boolean): Buffer;
  /** The substring of a partial fetch. */
  slice(octets: Buffer, first: number, count: number, item: OctetsItem, whole: () => Buffer): Buffer;
  /** A part's body without its transfer encoding; undefined where that is unknown. */
  decode(octets: Buffer, encoding: string): Buffer | undefined;
  binarySize(decoded: Buffer, part: Part | undefined): number;
}

export const messageChoices: MessageChoices = {
  stored: (mode, before, given) => (mode === '=' ? given : mode === '+' ? before | given : before & ~given),
  storesKeywords: true,
  copy: (session, from, uids, to) => session.store.messages.copy(from, uids, to, session),
  move: (session, from, uids, to) => session.store.messages.move(from, uids, to, session),
  expunges: (_session, deleted, named) => (named ? deleted.filter((uid) => named.has(uid)) : deleted),
  setsSeen: (_item, right) => right,
  size: (_session, message) => message.size,
  bodyExtended: false,
  header: headerOf,
  fields: selectFields,
  slice: (octets, first, count) => octets.subarray(first, first + count),
  decode: decodeTransfer,
  binarySize: (decoded) => decoded.length,
};
