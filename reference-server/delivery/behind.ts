/** Who gets a message: those that its client has named, and those that stand behind an alias (RFC 5321 §3.9.1). */

import type { Addressee, FinalRecipient, Recipient } from './mail';
import { isLocal } from './mail';

/** Envelope and content stay as they are, but for what the sender wants to hear of the one and of the many (RFC 3461 §5.2.7). */
export function behind(recipient: Recipient | FinalRecipient): FinalRecipient[] {
  if (recipient.kind !== 'alias') return [recipient];
  const { targets, kind: _, path: alias, notify, ...wishes } = recipient;
  const wanted = targets.length > 1 ? withoutSuccess(notify) : notify;
  return targets.map((target) => ({ ...wishes, ...(wanted && { notify: wanted }), ...target, alias }));
}

/** RFC 3461 §5.2.7.3 (c): that it went to all of them was told by then. Who wanted to hear of nothing else wants nothing more (§4.1). */
function withoutSuccess(notify: Addressee['notify']): Addressee['notify'] {
  const left = notify?.filter((wish) => wish !== 'SUCCESS');
  return left?.length === 0 ? ['NEVER'] : left;
}

/**
 * Each account and each address once; of an address elsewhere only the domain ignores case (RFC 5321 §2.4). Where one is there twice, the
 * later counts that wants to hear of failures.
 */
export function distinct(recipients: ReadonlyArray<Recipient | FinalRecipient>): FinalRecipient[] {
  const known = new Map<string | number, FinalRecipient>();
  for (const recipient of recipients.flatMap(behind)) {
    const key = keyOf(recipient);
    if (!known.has(key) || !recipient.notify?.includes('NEVER')) known.set(key, recipient);
  }
  return [...known.values()];
}

function keyOf(recipient: FinalRecipient): string | number {
  if (isLocal(recipient)) return recipient.account.id;
  const { local, domain } = recipient.path;
  return `${local}@${domain.toLowerCase()}`;
}
