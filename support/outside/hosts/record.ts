/** What a host that the suite plays remembers of those who came to it. */

/** A reply as the host gave it; the code is 0 where what it said is no reply. */
export interface Reply {
  code: number;
  /** The text of each line, without the code. */
  lines: string[];
}

export interface Recipient {
  /** Without its angle brackets. */
  path: string;
  /** `NOTIFY=NEVER`, as written. */
  parameters: string[];
  reply: Reply;
}

/** From MAIL on, whatever became of it. */
export interface Transaction {
  /** Without its angle brackets; empty for the null path. */
  reversePath: string;
  parameters: string[];
  recipients: Recipient[];
  /** The content, without the dots that transparency adds and without the final one; there once it has come whole. */
  message?: Buffer;
  /** The end of the data was answered 2yz. */
  accepted: boolean;
  /** The reply that decided over it: to MAIL where that was refused, to DATA where that was, to the end of the data. */
  reply?: Reply;
}

/** Something that a client must not do. */
export interface ClientFault {
  /** The row that says so. */
  requirement: string;
  /** What it did. */
  what: string;
  /** The line that shows it, escaped; empty where no line does. */
  line: string;
}

export interface SecureSession {
  /** `TLSv1.3` */
  version: string;
  /** The name that the client asked for (SNI). */
  servername?: string;
}

export interface HostSession {
  /** From 1, in the order in which they came to this host. */
  number: number;
  /** Milliseconds since 1970, with fractions, so that sessions of several hosts can be put in order. */
  startedAt: number;
  endedAt?: number;
  /** The host takes its time before it answers, as it was told to. */
  pausing?: boolean;
  /** The address that the client came from. */
  from: string;
  /** The last EHLO or HELO that was accepted. */
  hello?: { verb: 'EHLO' | 'HELO'; name: string };
  /** Who has logged in. */
  user?: string;
  tls?: SecureSession;
  transactions: Transaction[];
  /** Every command's verb with the code that it was answered with, in order: `EHLO 250`. */
  commands: string[];
  faults: ClientFault[];
}
