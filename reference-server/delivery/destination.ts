/** Where mail for addresses of this server goes. */

import type { Behind, Directory } from '../auth/directory';
import type { Destination, Path, Target } from './mail';
import type { DeliveryParts } from './parts';

/** Undefined where nobody would get it. @param path in a domain of this server, or `<Postmaster>` */
export function destinationHere(
  { directory, outgoing }: Pick<DeliveryParts, 'directory' | 'outgoing'>,
  { local, domain }: Path,
): Destination | undefined {
  const targets = mailboxes(directory, local, domain).map((one) => targetOf(one, outgoing !== undefined));
  const [first, ...others] = targets;
  if (first?.kind === 'local' && others.length === 0) return { kind: 'local', account: first.account };
  return targets.every(({ kind }) => kind === 'nobody') ? undefined : { kind: 'alias', targets };
}

function mailboxes(directory: Directory, local: string, domain: string): Behind[] {
  if (domain !== '') return directory.behind(local, domain);
  const account = directory.postmaster();
  return account ? [{ kind: 'account', account }] : [];
}

/** @param relays whether anything is sent to other servers: where nothing is, nobody there can be reached */
function targetOf(behind: Behind, relays: boolean): Target {
  if (behind.kind === 'account')
    return { kind: 'local', account: behind.account, path: pathOf(behind.account.address) };
  const path = pathOf(behind.address);
  if (behind.kind === 'nobody' || !relays) return { kind: 'nobody', path };
  return { kind: 'remote', domain: path.domain.toLowerCase(), path };
}

function pathOf(address: string): Path {
  const at = address.lastIndexOf('@');
  const written = address.slice(0, at);
  // RFC 5321 §4.1.2: what a quoted string means stands between the quotes, without backslashes.
  const local = /^".*"$/s.test(written) ? written.slice(1, -1).replace(/\\(.)/gs, '$1') : written;
  return { local, domain: address.slice(at + 1), text: address };
}
