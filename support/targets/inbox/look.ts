/** What readers find in an inbox, and on the way there. */
import type { Blocked, NotApplicable } from '../../outcome';

/** What an inbox was seen to hold. */
export interface Look {
  /** What could be read, octet by octet with CRLF, oldest first. */
  messages: Buffer[];
  unread: Unread[];
}

/** A message that is there and could not be read. */
export interface Unread {
  why: Blocked | NotApplicable;
  /** What came of it, where that tells which one it is. */
  message?: Buffer;
}

/** What a reader saw a service do wrong while it read: a finding about the service, and not about the scenario that had it read. */
export interface Breach {
  /** The row that says otherwise. */
  requirement: string;
  /** Stable, kebab-case. */
  code: string;
  /** One line. */
  reason: string;
  detail?: string;
}

export type Notice = (breach: Breach) => void;
