import { type Mailbox, SEPARATOR } from '../store/types';
import { no } from './refusal';
import { astring } from './response/strings';
import type { Session } from './session';
import { type Arguments, isUtf8 } from './syntax/arguments';
import { decodeUtf7, encodeUtf7 } from './syntax/modified-utf7';

/** A mailbox argument as a Unicode name; INBOX in capitals. */
export function readMailbox(session: Session, args: Arguments): string {
  return session.account!.name(decodeName(session, args.astring()));
}

/** A mailbox as the client names it. */
export interface GivenName {
  name: string;
  /** As it was given, a binary string, where the name that it stands for is spelled otherwise (RFC 9051 §5.1). */
  oldName?: string;
}

/** A mailbox argument with what was normalised in it. */
export function readGivenName(session: Session, args: Arguments): GivenName {
  const given = args.astring();
  const decoded = decodeName(session, given);
  const name = session.account!.name(decoded);
  const denormalised = session.rev2 && Buffer.from(decoded, 'utf8').toString('latin1') !== given;
  return denormalised ? { name, oldName: given } : { name };
}

/** A name from the wire, a binary string: UTF-8 where that is on (RFC 6855 §3, RFC 9051 §5.1), modified UTF-7 before (RFC 3501 §5.1.3). */
export function decodeName(session: Session, binary: string): string {
  if (!session.utf8) {
    const name = decodeUtf7(binary);
    if (name === undefined) throw no('That is no modified UTF-7', 'CANNOT');
    return name;
  }
  if (!isUtf8(binary)) throw no('That is no UTF-8', 'CANNOT');
  return Buffer.from(binary, 'latin1').toString('utf8').normalize('NFC');
}

/** A Unicode name as the client reads it, ready for the wire. */
export function encodeName(session: Session, name: string): string {
  const binary = session.utf8 ? Buffer.from(name, 'utf8').toString('latin1') : encodeUtf7(name);
  return astring(binary, session.style);
}

/** The mailbox of this name, with which the user may do what one of these rights allows; else NO (RFC 4314 §4). */
export function needMailbox(session: Session, name: string, oneOf: string): Mailbox {
  const account = session.account!;
  return account.permitted(account.find(name), oneOf);
}

/** A new name without the delimiter that may end it: that says that inferiors are to come (RFC 9051 §6.3.4). */
export function withoutDelimiter(name: string): string {
  return name.endsWith(SEPARATOR) ? name.slice(0, -1) : name;
}
