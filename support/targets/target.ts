/**
 * A target as steps see it: a mail system somewhere, with services, accounts and ways to put messages in and look at them.
 * load.ts makes one from a target file, embedded.ts from the bundled server.
 */

import type { Alias, AliasKind } from './aliases';
import type { Breach, Look } from './inbox/look';
import type { PolicyWord } from './policies';
import type { ServiceName } from './services';
import type { Vital } from './vital';
import type { WebmailSettings } from './webmail';

export type { ServiceName };
export type AccountName = 'alice' | 'bob' | 'carol';
export type TlsUse = 'none' | 'optional' | 'required' | 'implicit';

export interface Service {
  name: ServiceName;
  host: string;
  port: number;
  tls: TlsUse;
  /** When a password may be sent: at once, or only after TLS. */
  login: 'plain' | 'after-tls';
}

export interface Login {
  user: string;
  password: string;
}

export interface Account {
  address: string;
  local: string;
  domain: string;
  /** A bearer token that lets it in at every service (RFC 7628), and one that did so once. */
  token?: string;
  expiredToken?: string;
  /** What it logs in with at this service. */
  login(service: ServiceName): Login;
}

/** All in milliseconds. */
export interface Timing {
  /** The longest that a reply may take. */
  reply: number;
  /** The longest from 250 to the mailbox. */
  delivery: number;
  /** How far a run may raise the two for a server that is found to be slow. */
  replyAtMost?: number;
  deliveryAtMost?: number;
  /** What was put off is tried again within. Absent where nobody has said so: then it may be an hour. */
  retry?: number;
  /** What cannot be handed on comes back within. */
  giveUp?: number;
  /** A host that says nothing is left within. */
  silence?: number;
  /** Who was put off as new is taken after. */
  greylisting?: number;
  /** Who was put off as new is new again after. */
  greylistingEnds?: number;
  /** Who was too fast may go on after. */
  rate?: number;
}

export interface TargetLimits {
  /** Failed logins that a connection survives. */
  badLogins: number;
  /** Wrong commands that a connection survives. */
  errors: number;
  /** Connections at once. */
  connections: number;
}

export interface Place {
  host: string;
  port: number;
}

/** Addresses of this machine, by what the target thinks of who comes from there. */
export interface Clients {
  /** It may send without a password, elsewhere too. */
  trusted?: string;
  /** It may not. */
  stranger?: string;
}

/** How the target reaches the rest of the Internet, which the suite plays (support/outside). */
export interface OutsideSettings {
  /** Where it asks for names. */
  dns?: Place;
  /** The port at which it calls MX hosts, whatever their addresses. */
  mxPort: number;
  /** False where at that port it does not look for itself among the hosts of a domain: who answers there may be another server. */
  findsItself?: boolean;
  /** It keeps to signed records of hosts (DANE), and to policies of domains (MTA-STS), which it fetches at this port. */
  dane?: boolean;
  mtaSts?: boolean;
  httpsPort?: number;
  /** It hands all mail for elsewhere to this host. */
  smarthost?: Place;
}

/** What a service announces, by keyword in upper case, with its parameters: `SIZE` → `['10485760']`. */
export type Capabilities = ReadonlyMap<string, readonly string[]>;

/** `greeted`: before TLS and login; `tls`: after TLS; `authenticated`: after login (with TLS first where it is required). */
export type CapabilityState = 'greeted' | 'tls' | 'authenticated';

export interface Target {
  readonly name: string;
  readonly domains: readonly string[];
  /** A foreign address whose mail the target accepts. */
  readonly sender: string;
  /** An address without a mailbox; undefined where every address has one (catch-all). */
  readonly unknown: string | undefined;
  readonly timing: Timing;
  readonly limits: TargetLimits;
  readonly clients: Clients;
  /** What it does with mail from strangers that not every server does. */
  readonly policies: readonly PolicyWord[];
  /** Records of the keys that it signs with, by their names. */
  readonly dkimKeys: Readonly<Record<string, string>>;
  /** Absent where nothing of what it sends elsewhere comes to the suite. */
  readonly outside: OutsideSettings | undefined;
  /** PEM of the authority to trust, and the name to ask for. */
  readonly tls: { ca?: string; servername: string };
  /** The profiles it can be had in; `default` always. */
  readonly profiles: readonly string[];

  service(name: ServiceName): Service | undefined;
  /** Absent where it has none. */
  readonly webmail: WebmailSettings | undefined;
  capabilities(service: ServiceName, state: CapabilityState): Promise<Capabilities>;
  /** How many accounts a scenario can have. */
  readonly accountCount: number;
  /** The account that plays this part in the present scenario; never emptied by this call. */
  account(name: AccountName): Account;
  /** An alias that leads there; undefined where the target has none. */
  alias(kind: AliasKind): Alias | undefined;
  /** The domains elsewhere that its aliases lead to. */
  readonly aliasDomains: readonly string[];
  /** Called before each scenario: the bundled server gives it fresh accounts, a file's accounts are rid of what others left in them. */
  beginScenario(): Promise<void>;
  /** Called after each scenario. @param mayHaveSent whether what was said on the wire may have brought mail */
  endScenario(mayHaveSent: () => boolean): Promise<void>;
  /** What was seen to be wrong while the suite only read by it, each once. */
  takeBreaches(): Breach[];
  /** The same system in another profile; NotApplicable where it cannot be had. */
  inProfile(profile: string): Promise<Target>;

  /** What the target file gives no way for, each in a line: to read mail, to put it, to send it. */
  readonly missingWays: readonly string[];
  /**
   * What came into the account's inbox since the scenario began, and is there.
   * @param sent what is looked for, where its octets are known: not every way to read can carry everything
   */
  inbox(account: Account, sent?: Buffer): Promise<Look>;
  /** Empties the inbox; refused (Blocked) unless the target is disposable or --wipe was given. */
  empty(account: Account): Promise<void>;
  /** Puts a message into the inbox with as little change as the target has a way for. */
  put(account: Account, message: Buffer): Promise<void>;
  /** Sends it through the target's front door (SMTP, else LMTP, else its deliver command), envelope as given. */
  send(envelope: { from: string; to: string[] }, message: Buffer): Promise<void>;
  /**
   * IMAP: where mailboxes may be made (RFC 2342 §5: the personal namespace; where there is no NAMESPACE, the root with the delimiter that
   * LIST "" "" tells) and what separates the levels of their names. Asked once, then remembered.
   */
  namespace(): Promise<{ prefix: string; delimiter: string }>;
  /**
   * IMAP: removes this account's mailboxes whose names begin so, the deepest first, each tried once. Nothing to do where every scenario has
   * accounts of its own.
   */
  removeMailboxes(account: Account, beginning: string): Promise<void>;
  /**
   * The same system where what it sends elsewhere comes to the suite, and where time may pass; itself, where that is so already. @see
   * bringForward
   */
  facingOutside(): Promise<Target>;
  /** The same system with its webmail, where it has that only on demand; otherwise itself. */
  withWebmail(): Promise<Target>;
  /** The same system with these policies, where it has them only on demand; otherwise itself. */
  withPolicies(policies: readonly PolicyWord[]): Promise<Target>;
  /**
   * Lets so much time pass for the target as it needs for its next attempt to hand a message on.
   * @returns `nothing` where nothing waits, or where the target's time is everybody's; `busy` while an attempt is under way
   */
  bringForward(): Promise<'brought' | 'busy' | 'nothing'>;
  /** Whether minutes may pass: where its clock can be moved on, or the user has the time. */
  readonly mayWait: boolean;
  /** Lets so many milliseconds pass for the target. */
  pass(milliseconds: number): Promise<void>;
  /** Stops and starts it over the same store; NotApplicable where the suite did not launch it. */
  restart(): Promise<void>;
  /** The same, but it is not asked to stop: it is killed (SIGKILL). */
  kill(): Promise<void>;
  /**
   * Whether the target is there after something went wrong; one that the suite launched is brought back where it is not.
   * @param since when the scenario began, in milliseconds since 1970
   */
  vital(since: number): Promise<Vital>;
  readonly canRestart: boolean;
  close(): Promise<void>;
}
