/** The services: the server's one list of what speaks on which port. */

export type Protocol = 'smtp' | 'lmtp' | 'pop3' | 'imap';

export interface Service {
  readonly protocol: Protocol;
  /** TLS begins with the first octet. */
  readonly implicitTls?: true;
  /** For users, who must log in before they send (RFC 6409). */
  readonly forUsers?: true;
}

export const SERVICES = {
  smtp: { protocol: 'smtp' },
  submission: { protocol: 'smtp', forUsers: true },
  submissions: { protocol: 'smtp', forUsers: true, implicitTls: true },
  lmtp: { protocol: 'lmtp' },
  pop3: { protocol: 'pop3' },
  pop3s: { protocol: 'pop3', implicitTls: true },
  imap: { protocol: 'imap' },
  imaps: { protocol: 'imap', implicitTls: true },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof SERVICES;

export function serviceNamed(name: ServiceName): Service {
  return SERVICES[name];
}
