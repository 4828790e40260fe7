/** What the webmail is started with: where it listens, and the mail system that it is a way into. */

import type { Credentials } from '../tls/context';

/** A service of a mail system, as a client sees it. */
export interface Place {
  host: string;
  port: number;
  /** From the first octet, by STARTTLS (asked for, or taken where it is offered), or never. */
  tls: 'implicit' | 'required' | 'optional' | 'none';
  /** The authority to trust, PEM; the usual ones when absent. */
  ca?: string;
  /** Whatever certificate it shows is taken: for a service of this very process, which nobody stands before. */
  itself?: boolean;
  /** The name that the certificate must have; `host` when absent. */
  servername?: string;
}

export interface WebmailOptions {
  imap: Place;
  /** Where users hand in their mail: submission, with a login. */
  smtp: Place;
  /** What completes a user's name without `@` to an address. */
  domain?: string;
  /** What the pages call the mail system. */
  name?: string;
  /** Port 0, or none, takes a free one; the loopback interface unless said. */
  listen?: { port?: number; host?: string };
  /** HTTPS by this certificate; HTTP when absent. */
  tls?: Credentials;
  limits?: Partial<WebmailLimits>;
  now?: () => number;
  random?: (octets: number) => Buffer;
  log?: (line: string) => void;
}

/** What the webmail bears. Milliseconds and octets. */
export interface WebmailLimits {
  /** A session ends after so long without a request. */
  idle: number;
  /** And after so long whatever happens. */
  session: number;
  /** Sessions at once, of all users. */
  sessions: number;
  /** Failed sign-ins of one user, and of one address, before they wait. */
  failures: number;
  /** All the files of one message. */
  upload: number;
  /** The fields of one form, without its files. */
  form: number;
  /** How much of a text is shown. */
  shown: number;
  /** An answer of the mail system. */
  patience: number;
}

const MINUTE = 60_000;
export const LIMITS: WebmailLimits = {
  idle: 30 * MINUTE,
  session: 12 * 60 * MINUTE,
  sessions: 1000,
  failures: 5,
  upload: 20 * 1024 * 1024,
  form: 2 * 1024 * 1024,
  shown: 512 * 1024,
  patience: 30_000,
};

export interface RunningWebmail {
  readonly url: string;
  readonly port: number;
  /** From now on handshakes are by this certificate; nothing where it is HTTP alone. @throws where the two do not belong together */
  renewTls(credentials: Credentials): void;
  /** Ends all sessions; resolves when all is closed. */
  close(): Promise<void>;
}

/** What a client of the place is told of certificates. */
export function trustOf({ ca, itself }: Place): { ca?: string; rejectUnauthorized?: false } {
  return { ...(ca !== undefined && { ca }), ...(itself && { rejectUnauthorized: false as const }) };
}
