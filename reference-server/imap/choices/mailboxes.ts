import type { Mailbox } from '../../store/types';
import { canonical } from '../backend/names';
import type { Session } from '../session';
import { matchesPattern } from '../syntax/list-pattern';

/** What is decided about mailboxes and their names. */
export interface MailboxChoices {
  /** The name that is meant: INBOX in any case is one (RFC 9051 §5.1). */
  canonical(name: string): string;
  makesSuperiors: boolean;
  /** The mailbox that is made for APPEND, COPY or MOVE where there is none; none (RFC 9051 §6.3.12). */
  missingTarget(session: Session, name: string, command: string): Mailbox | undefined;
  matchesPattern(name: string, pattern: string, delimiter: string): boolean;
  /** Whether LIST (SPECIAL-USE) leaves out what has no use. */
  specialUseSelects: boolean;
  /** A value of STATUS. */
  status(item: string, value: number, mailbox: Mailbox, session: Session): number;
  /** Whether a mailbox opened by EXAMINE forbids this command its change. */
  readOnlyForbids(command: string): boolean;
  /** Whether CLOSE and UNSELECT remove what is \Deleted. */
  closeExpunges: boolean;
  unselectExpunges: boolean;
}

export const mailboxChoices: MailboxChoices = {
  canonical,
  makesSuperiors: true,
  missingTarget: () => undefined,
  matchesPattern,
  specialUseSelects: true,
  status: (_item, value) => value,
  readOnlyForbids: () => true,
  closeExpunges: true,
  unselectExpunges: false,
};
