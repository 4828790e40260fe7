import type { Service } from '../../targets/target';
import { type Placed, type Ports as PortsOf, placeServices } from '../services';

const DOVECOT_SERVICES = ['lmtp', 'pop3', 'pop3s', 'imap', 'imaps'] as const;

type Name = (typeof DOVECOT_SERVICES)[number];
export type Ports = PortsOf<Name>;

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

export async function placeDovecot({ host, clearLogin }: DovecotVariant): Promise<Placed<Name>> {
  const login = (name: Name): Partial<Service> => (name === 'lmtp' || clearLogin ? {} : { login: 'after-tls' });
  return await placeServices(DOVECOT_SERVICES, login, host);
}
