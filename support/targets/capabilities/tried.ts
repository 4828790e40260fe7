/** What a POP3 server without CAPA knows of the commands that RFC 1939 §7 lets it leave out: nothing tells, so they are tried. */
import { Pop3Client } from '../client/pop3-client';
import { type Endpoint, using } from '../client/reach';
import type { Capabilities, CapabilityState, Login } from '../target';
import { announcedAndQuota } from './quota-root';

/**
 * What the service announces; where a POP3 server has not answered CAPA, what it carries out after login as well.
 * @param fill see triedCommands.
 * @throws Blocked, TargetError, as `discover` does.
 */
export async function announcedOrTried(
  endpoint: Endpoint,
  state: CapabilityState,
  login: Login,
  fill: (() => Promise<void>) | undefined,
): Promise<Capabilities> {
  const announced = await announcedAndQuota(endpoint, state, login);
  // APOP is told by the greeting (RFC 2449 §6).
  const isList = [...announced.keys()].some((tag) => tag !== 'APOP');
  if (state !== 'authenticated' || !endpoint.service.name.startsWith('pop3') || isList) return announced;
  return new Map([...announced, ...(await triedCommands(endpoint, login, fill))]);
}

/**
 * @param fill puts a message into the maildrop: without one TOP is refused whether it is known or not. Undefined where the suite may not.
 * @returns USER, by which the login was done, and what of UIDL and TOP was carried out.
 * @throws Blocked when the login is refused.
 */
export async function triedCommands(
  endpoint: Endpoint,
  login: Login,
  fill: (() => Promise<void>) | undefined,
): Promise<Capabilities> {
  const session = <T>(work: (pop3: Pop3Client) => Promise<T>): Promise<T> =>
    using(Pop3Client.login(endpoint, login), async (pop3) => {
      const result = await work(pop3);
      await pop3.quit();
      return result;
    });
  // What a session sees is what was there when it began.
  if (fill && (await session((pop3) => pop3.count())) === 0) await fill();
  const known = await session((pop3) => pop3.tried(['UIDL', 'TOP 1 0']));
  return new Map(['USER', ...known].map((command) => [command, []]));
}
