/** What a target that was only named has to say for itself: TLS by command or none, and whether it takes a password in clear. */
import { discover } from '../targets/capabilities/discover';
import type { WrittenService, WrittenTarget } from '../targets/document';
import type { Capabilities, Service, ServiceName } from '../targets/target';

/** Milliseconds: a server that greets later is described by a file. */
const PATIENCE = 5_000;

/** STARTTLS in SMTP, LMTP and IMAP, STLS in POP3 (RFC 3207, RFC 9051 §6.2.1, RFC 2595 §4). */
const UPGRADES = ['STARTTLS', 'STLS'];

/**
 * Asks each service.
 * @param failed makes of what a service threw what is thrown instead
 * @returns the target with what they offer
 * @throws TargetError for one that is out of reach, Blocked for one that does not answer
 */
export async function withOffers(
  target: WrittenTarget,
  failed: (error: unknown, name: ServiceName) => unknown = (error) => error,
): Promise<WrittenTarget> {
  const services: WrittenTarget['services'] = {};
  for (const [name, service] of Object.entries(target.services) as [ServiceName, WrittenService][]) {
    try {
      services[name] = { ...service, ...(await offersOf(name, service)) };
    } catch (error) {
      throw failed(error, name);
    }
  }
  return { ...target, services };
}

async function offersOf(name: ServiceName, { host, port }: WrittenService): Promise<Partial<WrittenService>> {
  // Those speak TLS from the first octet: their certificate is judged when they are used.
  if (name.endsWith('s')) return {};
  const service: Service = { name, host: host!, port, tls: 'none', login: 'plain' };
  const endpoint = { service, tls: { servername: host! }, timeout: PATIENCE };
  const offered = await discover(endpoint, 'greeted', { user: '', password: '' });
  if (!UPGRADES.some((keyword) => offered.has(keyword))) return { tls: 'none' };
  return takesPassword(name, offered) ? { tls: 'optional' } : { tls: 'optional', login: 'after-tls' };
}

/** In clear: RFC 4954 §3, RFC 9051 §6.2.3, RFC 2449 §6.3. Who does not know CAPA says nothing of USER, and takes it. */
function takesPassword(name: ServiceName, offered: Capabilities): boolean {
  if (name === 'imap') return !offered.has('LOGINDISABLED');
  if (name === 'pop3') return offered.size === 0 || offered.has('USER');
  return name === 'smtp' || name === 'lmtp' || offered.has('AUTH');
}
