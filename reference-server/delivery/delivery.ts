import type { Account } from '../store/types';
import type { Mail, Path, Recipient } from './mail';
import type { Reply } from './reply';

/** What becomes of a message that was handed in. */
export interface Delivery {
  /** The account behind an address, or what refuses it. */
  resolve(path: Path): Account | Reply;
  /** Judges the message, puts it into mailboxes and reports it where that was asked for: the verdicts, in the recipients' order. */
  accept(mail: Mail): Promise<Reply[]>;
  /** What refuses it for everybody, if anything does. */
  judge(mail: Mail): Reply | undefined;
  /** The message as it is stored, trace fields on top. */
  compose(mail: Mail): Buffer;
  /** Who gets it: each account once. */
  recipients(mail: Mail): readonly Recipient[];
}
