/**
 * IMAP mailboxes of a scenario's own: below the personal namespace, with a name that nobody else has, removed afterwards.
 */
import type { Scope } from '../dialogue/scope';
import type { Account, Target } from '../targets/target';

/** What names them: the scenario's id, and where its names are kept. */
interface Place {
  readonly id: string;
  readonly target: Target;
  readonly scope: Scope;
}

/** Sets `${mailbox}` and `${delimiter}`. */
export async function nameMailboxes({ id, target, scope }: Place): Promise<void> {
  const { prefix, delimiter } = await target.namespace();
  scope.set('delimiter', delimiter);
  scope.set('mailbox', `${prefix}mailspec-${id}`);
}

/** Removes what the scenario may have made in these accounts. */
export async function removeMailboxes({ target, scope }: Place, accounts: readonly Account[]): Promise<void> {
  const name = scope.get('mailbox')?.toString();
  if (name === undefined) return;
  for (const account of accounts) await target.removeMailboxes(account, name);
}
