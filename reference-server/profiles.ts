/** Named sets of settings: what a server is like apart from its accounts. */

import type { Limits } from './limits';
import type { RelayOptions } from './relay/options';
import type { Protocol } from './services';
import type { TlsUse } from './tls/identity';

export interface Profile {
  /** In one sentence, for people. */
  readonly about: string;
  readonly limits?: Partial<Limits>;
  readonly tls?: TlsUse;
  /** Capabilities that are left out, per protocol; `*` leaves out all that may be. */
  readonly without?: Partial<Record<Protocol, readonly string[]>>;
  /** SMTP greets with 554 and serves nobody (RFC 5321 §3.1). */
  readonly refusesSessions?: boolean;
  /** Where the server relays. */
  readonly relay?: Partial<RelayOptions>;
}

const HOUR = 60 * 60_000;

export const PROFILES: Readonly<Record<string, Profile>> = {
  default: { about: 'everything that the server can do' },
  'no-extensions': {
    about:
      'the base protocols alone: SMTP without an extension, POP3 without CAPA and optional commands, plain IMAP4rev1',
    tls: 'none',
    without: { smtp: ['*'], lmtp: [], pop3: ['*'], imap: ['*'] },
  },
  'rev1-only': { about: 'IMAP4rev1 without IMAP4rev2', without: { imap: ['IMAP4REV2'] } },
  'rev2-only': { about: 'IMAP4rev2 without IMAP4rev1', without: { imap: ['IMAP4REV1'] } },
  'literal-minus': { about: 'IMAP has LITERAL- in place of LITERAL+', without: { imap: ['LITERAL+'] } },
  'tls-required': { about: 'TLS is demanded before login and before mail', tls: 'required' },
  'no-service': { about: 'no SMTP service here: every session is refused by its greeting', refusesSessions: true },
  'small-quota': { about: 'an account holds 20,000 octets', limits: { quota: 20_000 } },
  'small-messages': { about: 'the largest message has 10,000 octets', limits: { messageSize: 10_000 } },
  'few-recipients': {
    about: 'the least that RFC 5321 §4.5.3.1.8 asks for: 100 recipients',
    limits: { recipients: 100 },
  },
  'login-delay': { about: 'an hour must lie between two POP3 logins of an account', limits: { loginDelay: 3600 } },
  'two-days': {
    about:
      'mail for other servers is given up after two days, and their senders hear of a delay after four hours and after one day',
    relay: { giveUp: 48 * HOUR, delayNotice: [4 * HOUR, 24 * HOUR] },
  },
  'short-fuse': {
    about: 'little patience: three errors, one bad login, three connections, two idle seconds',
    limits: { errors: 3, badLogins: 1, connections: 3, idle: 2000 },
  },
};
