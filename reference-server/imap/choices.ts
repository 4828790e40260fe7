/**
 * Decisions that handlers take in one place each, so that a named mistake can take another. What stands here is right; every handler
 * reads it from its session.
 */

import type { Announces } from './command';
import { escapeQuoted } from './response/strings';
import { unescapeQuoted } from './syntax/arguments';
import { matchesPattern } from './syntax/list-pattern';
import { encodeUtf7 } from './syntax/modified-utf7';
import type { Marker } from './syntax/raw-command';

export interface Choices {
  /** Whether a literal is answered with `+` (RFC 7888 §3). */
  continues(marker: Marker): boolean;
  /** The text of a quoted string, from and to the wire. */
  unquote(text: string): string;
  escape(text: string): string;
  /** Whether input that came before the TLS handshake is kept (RFC 9051 §6.2.1: never). */
  keepsInputBeforeTls: boolean;
  /** Whether a password may come over a connection where TLS is demanded. */
  loginWithoutTls: boolean;
  /** Whether a command may be told of expunges (RFC 9051 §7.5.1). */
  announces(command: string, right: Announces): Announces;
  /** Whether a failed SELECT leaves no mailbox selected (RFC 9051 §6.3.2). */
  failedSelectDeselects: boolean;
  /** Whether EXAMINE forbids changes. */
  examineReadsOnly: boolean;
  /** Whether CLOSE and UNSELECT remove what is \Deleted. */
  closeExpunges: boolean;
  unselectExpunges: boolean;
  /** A mailbox name for IMAP4rev1 (RFC 3501 §5.1.3). */
  encodeName(name: string): string;
  matchesPattern(name: string, pattern: string, delimiter: string): boolean;
  /** The octets that APPEND stores. */
  appended(octets: Buffer): Buffer;
  appendKeepsFlags: boolean;
  appendKeepsDate: boolean;
  /** Whether a mailbox that does not exist is told apart by TRYCREATE. */
  tryCreate: boolean;
  /** The flags that STORE leaves. */
  stored(mode: '=' | '+' | '-', before: number, given: number): number;
  /** Which of the messages that are \Deleted UID EXPUNGE removes. */
  uidExpunges(deleted: number[], named: ReadonlySet<number>): number[];
  /** The substring that a partial fetch gives. */
  slice(octets: Buffer, first: number, count: number): Buffer;
  /** Whether a data item sets \Seen. */
  setsSeen(item: string, right: boolean): boolean;
  /** Whether dates in search keys look at the day as written, in the message's own zone. */
  ownZone: boolean;
  /** Whether text is found (both are folded). */
  finds(text: string, wanted: string): boolean;
  /** Whether header fields and bodies are decoded before they are searched. */
  searchDecodes: boolean;
}

export const RIGHT: Choices = {
  continues: (marker) => marker.synchronizing,
  unquote: unescapeQuoted,
  escape: escapeQuoted,
  keepsInputBeforeTls: false,
  loginWithoutTls: false,
  announces: (_command, right) => right,
  failedSelectDeselects: true,
  examineReadsOnly: true,
  closeExpunges: true,
  unselectExpunges: false,
  encodeName: encodeUtf7,
  matchesPattern,
  appended: (octets) => octets,
  appendKeepsFlags: true,
  appendKeepsDate: true,
  tryCreate: true,
  stored: (mode, before, given) => (mode === '=' ? given : mode === '+' ? before | given : before & ~given),
  uidExpunges: (deleted, named) => deleted.filter((uid) => named.has(uid)),
  slice: (octets, first, count) => octets.subarray(first, first + count),
  setsSeen: (_item, right) => right,
  ownZone: true,
  finds: (text, wanted) => text.includes(wanted),
  searchDecodes: true,
};
