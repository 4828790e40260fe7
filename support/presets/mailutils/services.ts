import type { Service, ServiceName } from '../../targets/target';

export const MAILUTILS_SERVICES = ['pop3', 'pop3s', 'imap', 'imaps'] as const satisfies readonly ServiceName[];

export type Ports = Record<(typeof MAILUTILS_SERVICES)[number], number>;

/** The services of an instance, as a target file would name them. */
export function mailutilsServices(ports: Ports): Service[] {
  return MAILUTILS_SERVICES.map((name): Service => {
    const at = { name, host: '127.0.0.1', port: ports[name] };
    return name.endsWith('s')
      ? { ...at, tls: 'implicit', login: 'after-tls' }
      : { ...at, tls: 'optional', login: 'plain' };
  });
}
