import type { Envelope, LocalRecipient, RemoteRecipient } from './mail';

/** Where mail for other servers goes. */
export interface Outgoing {
  /**
   * Keeps the message for these recipients, within the store's present transaction; it is handed on by and by, when its time has come. Who has a mailbox
   * here is among them only where that has not.
   */
  add(
    name: string,
    envelope: Envelope,
    recipients: ReadonlyArray<LocalRecipient | RemoteRecipient>,
    message: Buffer,
  ): void;
}
