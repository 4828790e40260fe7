import type { Service, ServiceName } from '../../targets/target';

export const DOVECOT_SERVICES = ['lmtp', 'pop3', 'pop3s', 'imap', 'imaps'] as const satisfies readonly ServiceName[];

export type Ports = Record<(typeof DOVECOT_SERVICES)[number], number>;

/** How passwords may travel. */
export interface DovecotVariant {
  preset: string;
  host: string;
  ssl: 'yes' | 'required';
  clearLogin: boolean;
}

export const CLEAR: DovecotVariant = { preset: 'dovecot', host: '127.0.0.1', ssl: 'yes', clearLogin: true };

/**
 * Debian's default. Dovecot takes a client whose address is its own for a secure one, so this instance listens at another address
 * than the suite comes from.
 */
export const TLS_ONLY: DovecotVariant = {
  preset: 'dovecot-tls',
  host: '127.0.0.2',
  ssl: 'required',
  clearLogin: false,
};

/** The services of an instance, as a target file would name them. */
export function dovecotServices({ host, clearLogin }: DovecotVariant, ports: Ports): Service[] {
  return DOVECOT_SERVICES.map((name): Service => {
    const port = ports[name];
    if (name === 'lmtp') return { name, host, port, tls: 'none', login: 'plain' };
    if (name.endsWith('s')) return { name, host, port, tls: 'implicit', login: 'after-tls' };
    return { name, host, port, tls: 'optional', login: clearLogin ? 'plain' : 'after-tls' };
  });
}
