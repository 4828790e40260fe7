/** Where a connection goes, and how it comes to TLS there. */
import type { ProtocolName } from '../dialogue/dialogue';
import { NotApplicable } from '../outcome';
import type { Service, ServiceName, Target } from '../targets/target';
import type { Spoken, Upgrade } from './ladders';
import { serviceFor, sourceFor } from './needs';
import { protocolOf, type Start, serviceOf } from './starts';

export interface Place {
  spoken: Spoken;
  protocol: ProtocolName;
  service: Service;
  /** The address it comes from, where the scenario says which. */
  localAddress?: string;
}

/** @throws NotApplicable where the target has no such service. */
export function placeOf(target: Target, start: Omit<Start, 'state'>): Place {
  const from = start.from && { localAddress: sourceFor(target, start.from) };
  return { spoken: start.spoken, protocol: protocolOf(start), service: serviceAt(target, start), ...from };
}

/** @param underTls services whose sessions begin under TLS, for what the scenario needs is announced there alone */
export function upgradeOf({ name, tls, login }: Service, underTls?: ReadonlySet<ServiceName>): Upgrade {
  if (tls === 'implicit') return 'none';
  if (underTls?.has(name)) return 'first';
  return login === 'after-tls' ? 'before login' : 'none';
}

function serviceAt(target: Target, start: Omit<Start, 'state'>): Service {
  const name = serviceOf(start);
  const service = start.onTlsPort ? target.service(name) : serviceFor(target, name);
  if (service === undefined) throw new NotApplicable('no-service', `needs the service ${name}`);
  return service;
}
