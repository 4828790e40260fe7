import type { Envelope, RemoteRecipient } from './mail';

/** Where mail for other servers goes. */
export interface Outgoing {
  /** Keeps the message for these recipients, within the store's present transaction; it is handed on by and by. */
  add(name: string, envelope: Envelope, recipients: readonly RemoteRecipient[], message: Buffer): void;
}
