/** The services of an instance, as a target file would name them, at ports that nobody else listens at. */
import type { Service, ServiceName } from '../targets/target';
import { freePorts } from './free-ports';

export type Ports<Name extends ServiceName> = Readonly<Record<Name, number>>;

export interface Placed<Name extends ServiceName> {
  ports: Ports<Name>;
  services: Service[];
}

/** @param changes what is not as `serviceAt` has it */
export async function placeServices<const Name extends ServiceName>(
  names: readonly Name[],
  changes: (name: Name) => Partial<Service> = () => ({}),
  host = '127.0.0.1',
): Promise<Placed<Name>> {
  const numbers = await freePorts(names.length, host);
  const ports = Object.fromEntries(names.map((name, n) => [name, numbers[n]])) as Record<Name, number>;
  const services = names.map((name) => ({ ...serviceAt(name, host, ports[name]), ...changes(name) }));
  return { ports, services };
}

/** SMTP with its two ports for users, where passwords go under TLS only and nothing else is taken before it. */
export async function placeSubmission(): Promise<Placed<'smtp' | 'submission' | 'submissions'>> {
  return await placeServices(['smtp', 'submission', 'submissions'], (name) =>
    name === 'submissions' ? {} : { tls: name === 'submission' ? 'required' : 'optional', login: 'after-tls' },
  );
}

/** TLS from the first octet where the name ends so, else when the client asks for it; LMTP has none. Passwords may go in clear. */
function serviceAt(name: ServiceName, host: string, port: number): Service {
  if (name === 'lmtp') return { name, host, port, tls: 'none', login: 'plain' };
  return name.endsWith('s')
    ? { name, host, port, tls: 'implicit', login: 'after-tls' }
    : { name, host, port, tls: 'optional', login: 'plain' };
}
