/** What every protocol of one server is given: the shared parts, made once by assemble.ts, and what else it needs to know. */

import type { Authenticator } from './auth/authenticator';
import type { Directory } from './auth/directory';
import type { Delivery } from './delivery/delivery';
import type { Reports } from './delivery/report/reports';
import type { Faults } from './faults/faults';
import type { Limits } from './limits';
import type { Clock } from './net/clock';
import type { Networks } from './net/networks';
import type { OwnPlaces } from './net/own-places';
import type { Policies } from './policies/policies';
import type { MailQueue } from './queue/queue';
import type { Protocol } from './services';
import type { SenderPolicy } from './smtp/submission/senders';
import type { AccountId, Store } from './store/types';
import type { Protection } from './tls/protection';

/** The parts of a server that one protocol may be made to see otherwise than the others do: see seams.ts. */
export interface SharedParts {
  readonly store: Store;
  /** Which account an address belongs to, aliases and postmaster included. */
  readonly directory: Directory;
  /** Checks logins for all protocols. */
  readonly auth: Authenticator;
  /** What becomes of a message that was handed in. */
  readonly delivery: Delivery;
  /** Certificate and key; whether STARTTLS and STLS are offered, demanded or not there. */
  readonly tls: Protection;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Who comes from there may send without a login. */
  readonly trusted: Networks;
}

export interface ServerContext extends SharedParts {
  /** The server's own name in greetings and trace fields. */
  readonly hostname: string;
  readonly domains: readonly string[];
  /** The messages for other servers; absent where the server relays for nobody. */
  readonly outgoing: MailQueue | undefined;
  /** What senders are told of their messages. */
  readonly reports: Reports;
  /** What is asked of strangers' mail; absent where nothing is. */
  readonly policies: Policies | undefined;
  /** Where its ports are. */
  readonly own: OwnPlaces;
  /** Accounts whose maildrop a POP3 session holds (RFC 1939 §4). */
  readonly maildrops: Set<AccountId>;
  readonly random: (octets: number) => Buffer;
  readonly log: (line: string) => void;
  readonly faults: Faults;
  /** Whose addresses a user may give as the sender. */
  readonly senders: SenderPolicy;
  /** Whether SMTP greets with 554 and serves nobody (RFC 5321 §3.1). */
  readonly refusesSessions: boolean;
  /** What the profile leaves out: capability names per protocol, upper case. See profiles.ts. */
  readonly without: { readonly [protocol in Protocol]: ReadonlySet<string> };
}
