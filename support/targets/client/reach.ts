/** How the suite's own small clients reach a service. They prepare scenarios and look at results; they judge nothing. */
import { bringAbout } from '../../bring-about';
import { judgedBy } from '../../judged-by';
import { Blocked } from '../../outcome';
import { blockedByDistrust } from '../../trust';
import type { Connection } from '../../wire/connection';
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
 * Gets the answer to a command, of which only the verb is shown: the rest may be a password.
 * @param asked a command, or a thing without one: `the greeting`, `the message`
 * @throws Blocked where none comes that can be read
 */
export function answerTo<T>({ service }: Endpoint, asked: string, read: () => Promise<T>): Promise<T> {
  const trusted = () =>
    read().catch((error: unknown) => {
      throw blockedByDistrust(error);
    });
  return bringAbout(`${whereIs(service)}, ${shown(asked)}`, trusted, judgedBy(service.name, asked));
}

/** A command was answered, and not as the suite needs it. @param answer what came, one line */
export function refusal({ service }: Endpoint, asked: string, answer: string, code = 'refused'): Blocked {
  const reason = `${whereIs(service)} answered ${shown(asked)} with ${answer.trim()}`;
  return new Blocked(code, reason, undefined, judgedBy(service.name, asked));
}

function whereIs({ name, host, port }: Service): string {
  return `${name} at ${host}:${port}`;
}

function shown(asked: string): string {
  return asked.startsWith('the ') ? asked : asked.split(' ')[0]!;
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
