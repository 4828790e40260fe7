import type { Mailbox } from '../../store/types';
import { canonical } from '../backend/names';
import { astring, type StringStyle } from '../response/strings';
import type { Session } from '../session';
import { matchesPattern } from '../syntax/list-pattern';
import { decodeUtf7, encodeUtf7 } from '../syntax/modified-utf7';

/** What is decided about mailboxes and their names. */
export interface MailboxChoices {
  /** A name for IMAP4rev1, and from it; undefined where it is none (RFC 3501 §5.1.3). */
  encodeName(name: string): string;
  decodeName(text: string): string | undefined;
  /** A name, in octets, as it is written. */
  writeName(octets: string, style: StringStyle): string;
  /** The name that is meant: INBOX in any case is one (RFC 9051 §5.1). */
  canonical(name: string): string;
  /** Whether CREATE and RENAME take a delimiter at the end for what it is (RFC 9051 §6.3.4). */
  trimsDelimiter: boolean;
  makesSuperiors: boolean;
  /** The mailbox that is made for APPEND, COPY or MOVE where there is none; none (RFC 9051 §6.3.12). */
  missingTarget(session: Session, name: string, command: string): Mailbox | undefined;
  /** Whether its absence is told by TRYCREATE. */
  tryCreate(command: string): boolean;
  matchesPattern(name: string, pattern: string, delimiter: string): boolean;
  /** Whether LIST (SPECIAL-USE) leaves out what has no use. */
  specialUseSelects: boolean;
  /** A value of STATUS. */
  status(item: string, value: number, mailbox: Mailbox, session: Session): number;
  /** Whether a failed SELECT leaves no mailbox selected (RFC 9051 §6.3.2). */
  failedSelectDeselects: boolean;
  /** Whether a mailbox opened by EXAMINE forbids this command its change. */
  readOnlyForbids(command: string): boolean;
  /** Whether CLOSE and UNSELECT remove what is \Deleted. */
  closeExpunges: boolean;
  unselectExpunges: boolean;
}

export const mailboxChoices: MailboxChoices = {
  encodeName: encodeUtf7,
  decodeName: decodeUtf7,
  writeName: astring,
  canonical,
  trimsDelimiter: true,
  makesSuperiors: true,
  missingTarget: () => undefined,
  tryCreate: () => true,
  matchesPattern,
  specialUseSelects: true,
  status: (_item, value) => value,
  failedSelectDeselects: true,
  readOnlyForbids: () => true,
  closeExpunges: true,
  unselectExpunges: false,
};
