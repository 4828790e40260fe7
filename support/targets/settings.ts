/** A target file with everything filled in: defaults, passwords, the authority's PEM. Plain data: it crosses to child processes. */
import type { Alias } from './aliases';
import type { PolicyWord } from './policies';
import type { Clients, Login, OutsideSettings, Service, ServiceName, TargetLimits, Timing } from './target';
import type { WebmailSettings } from './webmail';

export interface AccountSettings extends Login {
  address: string;
  /** Where user or password differ by service. */
  logins: Partial<Record<ServiceName, Login>>;
  token?: string;
  expiredToken?: string;
}

export interface LaunchSettings {
  command: string[];
  ready: ServiceName;
  /** Milliseconds until it must be ready. */
  within: number;
  stop: NodeJS.Signals;
  /** Without it, the suite's own. */
  environment?: NodeJS.ProcessEnv;
}

export interface TargetSettings {
  name: string;
  /** The folder where relative paths begin and commands run. */
  directory: string;
  domains: string[];
  accounts: AccountSettings[];
  disposable: boolean;
  aliases?: Alias[];
  /** Absent where every address has a mailbox. */
  unknown?: string;
  sender: string;
  services: Service[];
  webmail?: WebmailSettings;
  tls: { ca?: string; servername: string };
  deliver?: string[];
  maildir?: string;
  mbox?: string;
  launch?: LaunchSettings;
  clients?: Clients;
  outside?: OutsideSettings;
  policies?: PolicyWord[];
  dkimKeys?: Record<string, string>;
  /** Profile name to the path of its target file. */
  profiles: Record<string, string>;
  limits: TargetLimits;
  timing: Timing;
}
