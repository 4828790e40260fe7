import { type Mailbox, SEPARATOR } from '../store/types';
import { no } from './refusal';
import type { Session } from './session';
import { type Arguments, isUtf8 } from './syntax/arguments';

/** Octets of UTF-8 in a name. */
const LONGEST_NAME = 1000;

/** A mailbox argument as a Unicode name; INBOX in capitals. */
export function readMailbox(session: Session, args: Arguments): string {
  return session.choices.canonical(decodeName(session, args.astring()));
}

/** A name from the wire, a binary string: UTF-8 for IMAP4rev2 (RFC 9051 §5.1), modified UTF-7 before (RFC 3501 §5.1.3). */
export function decodeName(session: Session, binary: string): string {
  if (!session.rev2) return session.choices.decodeName(binary) ?? refuse('That is no modified UTF-7');
  if (!isUtf8(binary)) return refuse('That is no UTF-8');
  return Buffer.from(binary, 'latin1').toString('utf8').normalize('NFC');
}

/** A Unicode name as the client reads it, ready for the wire. */
export function encodeName(session: Session, name: string): string {
  const binary = session.rev2 ? Buffer.from(name, 'utf8').toString('latin1') : session.choices.encodeName(name);
  return session.choices.writeName(binary, session.style);
}

/** Refuses a name that no mailbox shall have: nothing in it may do harm where names become paths, patterns or lines. */
export function checkNewName(name: string): void {
  if (name === '' || name.split(SEPARATOR).includes('')) refuse('A name has no empty parts');
  // Net-Unicode without controls and line separators (RFC 9051 §5.1); wildcards could not be listed by name.
  if (/[\p{Cc}\u2028\u2029%*]/u.test(name)) refuse('A name has no controls and no wildcards');
  if (Buffer.byteLength(name) > LONGEST_NAME) refuse('That name is too long');
}

/** The mailbox of this name; NO where there is none. */
export function needMailbox(session: Session, name: string): Mailbox {
  const mailbox = session.store.mailboxes.find(session.account!.id, name);
  if (!mailbox) throw no('There is no such mailbox', 'NONEXISTENT');
  return mailbox;
}

/** Where messages are put: a missing one can be made by the client (RFC 9051 §7.1, TRYCREATE). */
export function needTarget(session: Session, name: string, command: string): Mailbox {
  const { choices, store, account } = session;
  const found = store.mailboxes.find(account!.id, name);
  const mailbox = found?.selectable ? found : choices.missingTarget(session, name, command);
  if (!mailbox) throw no('There is no such mailbox', found || !choices.tryCreate(command) ? undefined : 'TRYCREATE');
  return mailbox;
}

/** Makes the superiors of a name that are missing, as names only (`\Noselect`): nobody asked for mailboxes (RFC 9051 §6.3.4). */
export function makeSuperiors(session: Session, name: string): void {
  if (!session.choices.makesSuperiors) return;
  const parts = name.split(SEPARATOR);
  for (let count = 1; count < parts.length; count++) {
    const superior = parts.slice(0, count).join(SEPARATOR);
    if (session.store.mailboxes.find(session.account!.id, superior)) continue;
    session.store.mailboxes.create(session.account!.id, superior, { selectable: false, by: session });
  }
}

function refuse(why: string): never {
  throw no(why, 'CANNOT');
}

/** A new name without the delimiter that may end it: that says that inferiors are to come (RFC 9051 §6.3.4). */
export function withoutDelimiter(session: Session, name: string): string {
  return session.choices.trimsDelimiter && name.endsWith(SEPARATOR) ? name.slice(0, -1) : name;
}
