/** Another domain, with an exchanger of somebody else's. */
import { setTimeout } from 'node:timers/promises';
import type { Setting } from '../client';
import type { Exchanger, Inbox } from './exchanger';

export const DOMAIN = 'elsewhere.test';
/** Who has a mailbox there. */
export const RECIPIENT = `carol@${DOMAIN}`;
/** Loopback addresses of their own, in the order in which the domain prefers what is there: exchangers have one port. */
const ADDRESSES = ['127.0.1.1', '127.0.1.2'] as const;
const PATIENCE = 20_000;

/** Where in the domain's preference the exchanger is; at the other place there is nobody. */
export type Preference = 'preferred' | 'other';

export async function openElsewhere(setting: Setting, exchanger: Exchanger, place: Preference): Promise<Inbox> {
  const { names, port } = setting.elsewhere;
  const hosts = ADDRESSES.map((address, index) => ({
    address,
    host: `mx${index + 1}.${DOMAIN}`,
    preference: 10 + index,
  }));
  for (const { host, address } of hosts) names.set(host, { records: [{ type: 'A', address }] });
  names.set(DOMAIN, { records: hosts.map(({ host, preference }) => ({ type: 'MX', preference, host })) });
  const host = ADDRESSES[place === 'preferred' ? 0 : 1];
  return await exchanger.open({ host, port, domain: DOMAIN, recipient: RECIPIENT, folder: setting.folder });
}

/** Nothing waits to be handed on any longer. */
export async function untilQueueIsEmpty({ server }: Setting): Promise<void> {
  for (let waited = 0; server.queue().length > 0; waited += 20) {
    if (waited > PATIENCE) throw new Error(`still in the queue: ${JSON.stringify(server.queue())}`);
    await setTimeout(20);
  }
}
