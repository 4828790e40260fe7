/** How the suite's own small clients reach a service. They prepare scenarios and look at results; they judge nothing. */
import { Blocked } from '../../outcome';
import type { Connection } from '../../wire/connection';
import { WireMismatch } from '../../wire/mismatch';
import { openConnection } from '../../wire/open';
import type { TlsOptions } from '../../wire/tls-options';
import type { Service } from '../target';

export interface Endpoint {
  service: Service;
  tls: TlsOptions;
  /** Milliseconds for one reply. */
  timeout: number;
}

/** Opens a connection to the service, under TLS where that is implicit. @throws TargetError when it is out of reach. */
export function reach({ service, tls, timeout }: Endpoint): Promise<Connection> {
  const { host, port } = service;
  return openConnection({ host, port, timeout, ...(service.tls === 'implicit' ? { implicitTls: tls } : {}) });
}

/** Whether the service has to be upgraded to TLS before it takes a password. */
export function needsUpgrade({ service }: Endpoint): boolean {
  return service.tls === 'required' || (service.tls === 'optional' && service.login === 'after-tls');
}

/**
 * Runs a preparation or a look at the result. What the server does wrong meanwhile is no verdict on the scenario: it blocks it.
 * @param doing for people: `reading the inbox of a@example.test by POP3`
 */
export async function blockedBy<T>(doing: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof WireMismatch) throw new Blocked(error.code, `${doing}: ${error.reason}`, error.detail);
    throw error;
  }
}

/** Opens a client, works with it, and lets go of its connection whatever happens. */
export async function using<C extends { destroy(): void }, T>(
  client: Promise<C>,
  work: (client: C) => Promise<T>,
): Promise<T> {
  const opened = await client;
  try {
    return await work(opened);
  } finally {
    opened.destroy();
  }
}
