/**
 * What the reference server is started with and what a caller gets back. Everything that a test may want to decide is
 * injected here: clock, random source, store, accounts, limits, log, faults, seams. Nothing below reads a global.
 */

import type { ProtocolSeams } from './protocol-seams';

export type ServiceName = 'smtp' | 'submission' | 'submissions' | 'lmtp' | 'pop3' | 'pop3s' | 'imap' | 'imaps';

export interface AccountOptions {
  /** The mailbox's address, `local@domain`; also the name to log in with. */
  address: string;
  password: string;
  /** Keep the secret itself, for APOP and CRAM-MD5, which cannot work from a SCRAM verifier. */
  keepSecret?: boolean;
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back after so many milliseconds of this clock; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Where and on which port each service listens; port 0 picks a free one; a service that is absent is not started. */
export type ListenOptions = Partial<Record<ServiceName, { port: number; host?: string }>>;

export interface Limits {
  /** Octets of the largest message taken (SMTP SIZE, IMAP APPENDLIMIT). */
  messageSize: number;
  /** RCPT commands in one transaction; RFC 5321 §4.5.3.1.8 asks for at least 100. */
  recipients: number;
  /** Octets of stored mail an account may hold; Infinity for no quota. */
  quota: number;
  /** Wrong commands after which the connection is closed. */
  errors: number;
  /** Failed logins after which the connection is closed. */
  badLogins: number;
  /** Connections at once from one address. */
  connections: number;
  /** Milliseconds without input before the server hangs up. */
  idle: number;
  /** Seconds that must lie between two POP3 logins of an account (RFC 2449 §6.5); 0 for none. */
  loginDelay: number;
}

/** A fault on cue: what a command is answered with instead of the truth, and how often. */
export interface FaultRule {
  protocol: 'smtp' | 'lmtp' | 'pop3' | 'imap';
  /** The verb as it is registered, upper case: `RCPT`, `RETR`, `UID FETCH`; `*` for any; `GREETING`, and `END` for the end of data. */
  command: string;
  /** Only when the argument contains this text. */
  condition?: string;
  /** The status to answer, e.g. `451 4.3.0 Try again later`. */
  reply?: string;
  /** Milliseconds to wait first, on the server's clock. */
  delay?: number;
  /** Close the connection instead of answering. */
  drop?: boolean;
  /** Send only so many octets of the answer, then close. */
  truncate?: number;
  /** How many times; without it, always. */
  times?: number;
}

export interface ServerOptions {
  /** The server's own name in greetings and trace fields. */
  hostname?: string;
  /** The domains whose mail it accepts. */
  domains?: string[];
  accounts?: AccountOptions[];
  /** Alias address to account address. */
  aliases?: Record<string, string>;
  listen?: ListenOptions;
  /** A file for the mail store, or memory when absent. */
  data?: string;
  /** A named set of settings: see profiles.ts. */
  profile?: string;
  /** Who steps in where: see seams.ts. Named mistakes come this way, from defects/. */
  seams?: ProtocolSeams;
  faults?: FaultRule[];
  limits?: Partial<Limits>;
  /** Whether STARTTLS is offered (`optional`), demanded before login and mail (`required`) or not there (`none`). */
  tls?: 'none' | 'optional' | 'required';
  clock?: Clock;
  /** Random octets for ids, nonces and salts. */
  random?: (octets: number) => Buffer;
  /** One line of what happened, for people. */
  log?: (line: string) => void;
}

export interface RunningServer {
  readonly hostname: string;
  /** The port of each service that was started. */
  readonly ports: Partial<Record<ServiceName, number>>;
  /** The certificate of this server's own authority, PEM; what a client must trust. */
  readonly ca: string;
  /** Adds an account while the server runs. Cheap: a scenario may have accounts of its own. */
  addAccount(account: AccountOptions): void;
  /** Puts a message into an account's INBOX as it stands (octets with CRLF), as a local delivery would, without trace fields. */
  deposit(address: string, message: Buffer): void;
  /** The messages in an account's INBOX, oldest first, octet by octet. */
  inbox(address: string): Buffer[];
  /** Adds a fault rule; returns what removes it. */
  addFault(rule: FaultRule): () => void;
  /** Closes all connections and listeners and opens them again on the same ports, over the same store. */
  restart(): Promise<void>;
  /** Resolves when every listener, connection and the store is closed. */
  close(): Promise<void>;
}
