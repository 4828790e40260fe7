/** How mail for other servers is handed on, and whose mail that may be. */

import type { Resolver } from '../dns/resolver';

/** A server that gets all of it (RFC 5321 §3.6.3), in place of the mail exchangers of each domain. */
export interface Smarthost {
  /** A name or an address. */
  host: string;
  port: number;
  /** It is logged in to with AUTH PLAIN or LOGIN, where these are given. */
  user?: string;
  password?: string;
  /**
   * `required` where there is a password, otherwise `optional`: STARTTLS where it is offered, the certificate unread (RFC 7435). `verified`: the
   * certificate must be for `host` and from one of `authorities`.
   */
  tls?: 'none' | 'optional' | 'required' | 'verified';
}

export interface RelayOptions {
  /** Name servers, as `127.0.0.1:5300`; those of the system, when absent. */
  nameServers?: string[];
  /** In place of Node's resolver. */
  resolver?: Resolver;
  /** The port of mail exchangers; 25, when absent. */
  port?: number;
  smarthost?: Smarthost;
  /** PEM of those whose certificates other servers' names are believed by; those that Node knows, when absent. */
  authorities?: string;
  /** Signed records of hosts are asked for and kept to (DANE, RFC 7672): the name servers must check signatures, and be trusted. False, when absent. */
  dane?: boolean;
  /** Policies of domains are fetched and kept to (MTA-STS, RFC 8461). False, when absent. */
  mtaSts?: boolean;
  /** The port of policy hosts; 443, when absent. */
  policyPort?: number;
  /** Clients in these networks may send to everywhere, as those who are logged in may: `127.0.99.0/24`. None, when absent. */
  networks?: string[];
  /** Milliseconds before what failed is tried again, and once more; then five times as many. 30 minutes (RFC 5321 §4.5.4.1). */
  retry?: number;
  /** Milliseconds after which it is given up; five days (RFC 5321 §4.5.4.1). */
  giveUp?: number;
  /** Milliseconds after which a sender hears that it still waits; four hours, when absent. */
  delayNotice?: number[];
  /** Connections at once for one domain; 5, when absent. */
  connections?: number;
  timeouts?: Partial<Timeouts>;
}

/** In milliseconds. */
export interface Timeouts {
  /** For one name server's answer. */
  dns: number;
  /** For a policy, all of it (RFC 8461 §3.3). */
  policy: number;
  connect: number;
  /** RFC 5321 §4.5.3.2.1 to §4.5.3.2.6. */
  greeting: number;
  mail: number;
  rcpt: number;
  data: number;
  block: number;
  end: number;
  /** EHLO, STARTTLS, AUTH, RSET. */
  other: number;
  quit: number;
  /** How long a connection waits for another message to the same place; with 0 each message has its own. */
  kept: number;
}
