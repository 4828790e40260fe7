/**
 * What the reference server is started with and what a caller gets back. Everything that a test may want to decide is
 * injected here: clock, random source, store, accounts, limits, log, faults, seams. Nothing below reads a global.
 */

import type { AccountOptions } from './auth/authenticator';
import type { FaultRule } from './faults/faults';
import type { Limits } from './limits';
import type { Clock } from './net/clock';
import type { PolicyOptions } from './policies/options';
import type { ProtocolSeams } from './protocol-seams';
import type { QueueView } from './queue/view';
import type { RelayOptions } from './relay/options';
import type { ServiceName } from './services';
import type { SharedFolders } from './shared-folders';
import type { SenderPolicy } from './smtp/submission/senders';
import type { Credentials, Strength } from './tls/context';
import type { TlsUse } from './tls/identity';
import type { WebmailLimits } from './webmail/options';

/** Where and on which port each service listens; port 0 picks a free one; a service that is absent is not started. */
export type ListenOptions = Partial<Record<ServiceName, { port: number; host?: string }>>;

/** The webmail over the server's own ports: it needs one of imaps and imap, and one of submissions and submission. */
export interface OwnWebmailOptions {
  http?: { port: number; host?: string };
  /** By the server's own certificate. */
  https?: { port: number; host?: string };
  /** What its pages call the server; the host's name unless said. */
  name?: string;
  limits?: Partial<WebmailLimits>;
}

export interface ServerOptions {
  /** The server's own name in greetings and trace fields. */
  hostname?: string;
  /** The domains whose mail it accepts. */
  domains?: string[];
  accounts?: AccountOptions[];
  /** Alias address to the address, or the addresses, in whose place it stands: accounts, other aliases, addresses elsewhere. */
  aliases?: Record<string, string | string[]>;
  /** Mailboxes that belong to nobody, and who may do what there (RFC 4314); one, Board, for everybody, when absent. */
  shared?: SharedFolders;
  listen?: ListenOptions;
  /** A file for the mail store, or memory when absent. */
  data?: string;
  /** Whether the queue may be seen and worked on by a socket beside the file of `data`, as `mailspec queue` does. */
  control?: boolean;
  /** A named set of settings: see profiles.ts. */
  profile?: string;
  /** Who steps in where: see seams.ts. Named mistakes come this way, from defects/. */
  seams?: ProtocolSeams;
  faults?: FaultRule[];
  limits?: Partial<Limits>;
  tls?: TlsUse;
  /** How strong TLS must be; what is left out is as RFC 9325 recommends. */
  tlsStrength?: Partial<Strength>;
  /** The names that clients may ask for in the handshake (SNI): who asks for another does not get through it (RFC 9325 §3.7). Absent: any. */
  tlsNames?: string[];
  /** Certificate, with what stands between it and its authority, and key; absent: made at the start, with an authority of their own. */
  tlsCredentials?: Credentials;
  submission?: { senders?: SenderPolicy };
  /** Absent: the server relays for nobody. */
  relay?: RelayOptions;
  /** Absent: nothing is asked of strangers' mail, and nothing is written of it. */
  policies?: PolicyOptions;
  /** Absent: there is none. */
  webmail?: OwnWebmailOptions;
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
  /** Where its webmail is, ending in `/`; empty where none was asked for. */
  readonly webmail: { readonly http?: string; readonly https?: string };
  /** The certificate of this server's own authority, PEM; what a client must trust. */
  readonly ca: string;
  /** Adds an account while the server runs. Cheap: a scenario may have accounts of its own. */
  addAccount(account: AccountOptions): void;
  /** Adds an alias while the server runs. */
  addAlias(address: string, to: string | string[]): void;
  /** Puts a message into an account's INBOX as it stands (octets with CRLF), as a local delivery would, without trace fields. */
  deposit(address: string, message: Buffer): void;
  /** The messages in an account's INBOX, oldest first, octet by octet. */
  inbox(address: string): Buffer[];
  /** The messages that wait to be handed to other servers, oldest first. */
  queue(): QueueView[];
  /** Takes them all out. Nobody is told: it is as if they had never been. */
  clearQueue(): Promise<void>;
  /** Adds a fault rule; returns what removes it. */
  addFault(rule: FaultRule): () => void;
  /** From now on handshakes are by this certificate; sessions go on. @throws where the two do not belong together: then nothing changes. */
  renewTls(credentials: Credentials): void;
  /** Closes all connections and listeners and opens them again on the same ports, over the same store. */
  restart(): Promise<void>;
  /** The same as if the process had been killed: nobody is told, and what was not on disk is lost. */
  kill(): Promise<void>;
  /** Resolves when every listener, connection and the store is closed. */
  close(): Promise<void>;
}
