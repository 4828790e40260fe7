import type { Destination, FinalRecipient, Mail, Path } from './mail';
import type { Reply } from './reply';

/** What becomes of a message that was handed in. */
export interface Delivery {
  /** Where mail for an address goes, or what refuses it. @param mayRelay whether who asks may send to other servers */
  resolve(path: Path, mayRelay: boolean): Destination | Reply;
  /**
   * Judges the message, puts it into mailboxes and the queue, and reports it where that was asked for: the verdicts, in the recipients'
   * order.
   */
  accept(mail: Mail): Promise<Reply[]>;
  /** What refuses it for everybody, if anything does. */
  judge(mail: Mail): Reply | undefined;
  /** The message as it is stored, trace fields on top. */
  compose(mail: Mail): Buffer;
  /** The message as other servers get it, Received on top. */
  passOn(mail: Mail): Buffer;
  /** Who gets it, aliases followed: each account and each address elsewhere once. */
  recipients(mail: Mail): readonly FinalRecipient[];
}
