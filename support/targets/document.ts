/** The target file as it is written, once schema.json has accepted it. */
import type { PolicyWord } from './policies';
import type { Clients, ServiceName, TlsUse } from './target';
import type { WebmailSettings } from './webmail';

export type WrittenPassword = string | { env: string };

export interface WrittenAccount {
  address: string;
  user?: string;
  password: WrittenPassword;
  token?: WrittenPassword;
  'expired-token'?: WrittenPassword;
  logins?: Partial<Record<ServiceName, { user?: string; password?: WrittenPassword }>>;
}

export interface WrittenService {
  host?: string;
  port: number;
  tls?: TlsUse;
  login?: 'plain' | 'after-tls';
}

/** Those of mail: a webmail stands beside them. */
export type WrittenServices = Partial<Record<ServiceName, WrittenService>>;

export interface WrittenOutside {
  dns?: string;
  'mx-port'?: number;
  'finds-itself'?: boolean;
  dane?: boolean;
  'mta-sts'?: boolean;
  'https-port'?: number;
  smarthost?: string;
}

export interface WrittenTarget {
  name: string;
  domains: string[];
  accounts: WrittenAccount[];
  disposable?: boolean;
  aliases?: Record<string, string | string[]>;
  unknown?: string;
  'catch-all'?: boolean;
  sender?: string;
  services: WrittenServices & { webmail?: WebmailSettings };
  tls?: { ca?: string; servername?: string };
  deliver?: string[];
  maildir?: string;
  mbox?: string;
  launch?: { command: string[]; ready: ServiceName; within?: string; stop?: NodeJS.Signals };
  clients?: Clients;
  outside?: WrittenOutside;
  policies?: PolicyWord[];
  'dkim-keys'?: Record<string, string>;
  profiles?: Record<string, string>;
  limits?: { 'bad-logins'?: number; errors?: number; connections?: number };
  timing?: {
    reply?: string;
    delivery?: string;
    retry?: string;
    'give-up'?: string;
    silence?: string;
    greylisting?: string;
    'greylisting-ends'?: string;
    rate?: string;
    'reply-at-most'?: string;
    'delivery-at-most'?: string;
  };
}

/** The services of mail that a file names. */
export function mailServices({ services }: Pick<WrittenTarget, 'services'>): [ServiceName, WrittenService][] {
  const { webmail: _, ...mail } = services;
  return Object.entries(mail) as [ServiceName, WrittenService][];
}
