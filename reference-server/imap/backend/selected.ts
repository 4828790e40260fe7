import { FLAG } from '../../store/types';
import { View } from './view';

/** What SELECT tells of a mailbox (RFC 9051 §6.3.2). */
export interface SelectInfo {
  exists: number;
  recent: number;
  /** The number of the first message without \Seen, where there is one and the client wants to know (RFC 3501 §6.3.1). */
  firstUnseen?: number;
  uidValidity: number;
  uidNext: number;
}

/** What a client may be forbidden to do. */
export type Deed = 'store' | 'seen' | 'expunge' | 'move';

/** What a session does with the mailbox that it has selected; throws the Refusal of what cannot be done. */
export class Selected extends View {
  info(): SelectInfo {
    const { uidValidity, uidNext } = this.mailbox!;
    const info: SelectInfo = { exists: this.uids.length, recent: this.recentCount, uidValidity, uidNext };
    const unseen = this.session.rev2 ? undefined : this.store.messages.firstUnseen(this.id);
    if (unseen !== undefined) info.firstUnseen = this.sequenceNumber(unseen);
    return info;
  }

  /** Whether the client may do so here: not in a mailbox that EXAMINE opened (RFC 9051 §6.3.3). */
  may(_what: Deed): boolean {
    return !this.readOnly;
  }

  /** Ends the selection; with `expunge` what is \Deleted goes without a word (RFC 9051 §6.4.1). */
  close(expunge: boolean): void {
    this.leave();
    if (!expunge || !this.may('expunge') || this.deleted) return;
    const { messages } = this.store;
    messages.expunge(this.id, messages.uidsByFlag(this.id, FLAG.deleted, true), this.session);
  }
}
