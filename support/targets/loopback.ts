import { lookup } from 'node:dns/promises';
import { TargetError } from '../outcome';
import type { Service } from './target';
import { UsageError } from './usage-error';
import type { WebmailSettings } from './webmail';

/**
 * The suite sends hostile input: it goes to this machine unless somebody says otherwise.
 * @returns whether a service is elsewhere
 * @throws UsageError `not-loopback`; TargetError `host-not-found`
 */
export async function assertLoopback(
  services: readonly Pick<Service, 'host' | 'name'>[],
  allowRemote: boolean,
  webmail?: WebmailSettings,
): Promise<boolean> {
  let elsewhere = false;
  const web =
    webmail === undefined ? [] : [{ name: 'webmail', host: new URL(webmail.url).hostname.replace(/^\[|\]$/g, '') }];
  for (const { name, host } of [...services, ...web]) {
    const addresses = await resolve(host);
    const remote = addresses.find((address) => !isLoopback(address));
    if (remote === undefined) continue;
    elsewhere = true;
    if (allowRemote) continue;
    const shown = remote === host ? host : `${host} (${remote})`;
    throw new UsageError(
      'not-loopback',
      `services.${name}: ${shown} is not this machine, and the suite sends hostile input; if it is yours, add --allow-remote`,
    );
  }
  return elsewhere;
}

async function resolve(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw new TargetError('host-not-found', `the host ${host} is not known to the resolver`);
  }
}

function isLoopback(address: string): boolean {
  return /^127\./.test(address) || address === '::1' || /^::ffff:127\./i.test(address);
}
