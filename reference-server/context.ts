/** What every protocol of one server is given: the shared parts, made once by server.ts. */

import type { Authenticator } from './auth/authenticator';
import type { Directory } from './auth/directory';
import type { Faults } from './faults/faults';
import type { Clock, Limits } from './options';
import type { ProtocolSeams } from './protocol-seams';
import type { AccountId, Store } from './store/types';
import type { TlsIdentity } from './tls/identity';

export interface ServerContext {
  /** The server's own name in greetings and trace fields. */
  readonly hostname: string;
  readonly domains: readonly string[];
  readonly store: Store;
  /** Which account an address belongs to, aliases and postmaster included. */
  readonly directory: Directory;
  /** Checks logins for all protocols. */
  readonly auth: Authenticator;
  /** Certificate and key, made on first use. */
  readonly tls: TlsIdentity;
  /** Whether STARTTLS and STLS are offered (`optional`), demanded before login and mail (`required`) or not there (`none`). */
  readonly tlsUse: 'none' | 'optional' | 'required';
  /** Accounts whose maildrop a POP3 session holds (RFC 1939 §4). */
  readonly maildrops: Set<AccountId>;
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
  readonly limits: Limits;
  readonly log: (line: string) => void;
  readonly faults: Faults;
  readonly seams: ProtocolSeams;
  /** Whether SMTP greets with 554 and serves nobody (RFC 5321 §3.1). */
  readonly refusesSessions: boolean;
  /** What the profile leaves out: capability names per protocol, upper case. See profiles.ts. */
  readonly without: { readonly [protocol in 'smtp' | 'lmtp' | 'pop3' | 'imap']: ReadonlySet<string> };
}
