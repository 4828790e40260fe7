/** Whether an IMAP server that announces QUOTA has a quota for INBOX: nothing but GETQUOTAROOT tells (RFC 9208 §3.2). */
import { Blocked } from '../../outcome';
import { ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { Capabilities, CapabilityState, Login } from '../target';
import { discover } from './discover';

/**
 * What the service announces; where INBOX has a quota root, QUOTAROOT as well, with the names of the resources that it limits.
 * @throws Blocked, TargetError, as `discover` does.
 */
export async function announcedAndQuota(
  endpoint: Endpoint,
  state: CapabilityState,
  login: Login,
): Promise<Capabilities> {
  const announced = await discover(endpoint, state, login);
  const imap = endpoint.service.name.startsWith('imap');
  if (!imap || state !== 'authenticated' || !announced.has('QUOTA')) return announced;
  const limited = await limitedResources(endpoint, login);
  return limited === undefined ? announced : new Map([...announced, ['QUOTAROOT', limited]]);
}

/** Undefined where there is no root, and where the server does not say: a scenario judges that. */
async function limitedResources(endpoint: Endpoint, login: Login): Promise<string[] | undefined> {
  try {
    return await using(ImapClient.login(endpoint, login), (imap) => imap.limitedResources());
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}
