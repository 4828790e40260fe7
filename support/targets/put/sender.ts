import type { Account } from '../target';

/** A way to put a message into an account's inbox. */
export interface Putter {
  /** Whether the message is in the inbox when `put` returns; otherwise it is on its way. */
  readonly atOnce: boolean;
  put(account: Account, message: Buffer): Promise<void>;
}

export interface Envelope {
  from: string;
  to: string[];
}

/** A front door for mail with an envelope. */
export interface Sender {
  /** @param content what goes over the wire in its place, as it is */
  send(envelope: Envelope, message: Buffer, content?: Buffer): Promise<void>;
}
