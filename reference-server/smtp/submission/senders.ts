/** Whose address a user may give as the sender (RFC 6409 §6.1). */

import type { Directory } from '../../auth/directory';
import type { Path } from '../../delivery/mail';
import { type Reply, reply } from '../../delivery/reply';
import type { Account } from '../../store/types';

/** `own`: the addresses that are the user's own, and the null reverse-path; `any`: everybody's. */
export const SENDER_POLICIES = ['own', 'any'] as const;
export type SenderPolicy = (typeof SENDER_POLICIES)[number];

const NOT_YOURS = reply(550, '5.7.1', 'This is not an address of yours');

interface User {
  readonly account: Account | undefined;
  readonly context: { readonly senders: SenderPolicy; readonly directory: Directory };
}

/** What refuses the reverse-path, if anything does. The null one is no cause (RFC 6409 §3.2), nor is any where nobody has logged in. */
export function senderRefused({ account, context }: User, { local, domain, text }: Path): Reply | undefined {
  if (context.senders === 'any' || !account || text === '') return undefined;
  const { directory } = context;
  const own = directory.isLocal(domain) && directory.resolve(local, domain)?.id === account.id;
  return own ? undefined : NOT_YOURS;
}
