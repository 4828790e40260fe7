/**
 * IMAP mailboxes of a scenario's own: below the personal namespace, with a name that nobody else has, removed afterwards.
 */
import type { Account } from '../targets/target';
import type { Stage } from './stage';

/** Sets `${mailbox}` and `${delimiter}`. */
export async function nameMailboxes(stage: Stage): Promise<void> {
  const { prefix, delimiter } = await stage.target.namespace();
  stage.scope.set('delimiter', delimiter);
  stage.scope.set('mailbox', `${prefix}mailspec-${stage.id}`);
}

/** Removes what the scenario may have made in these accounts. */
export async function removeMailboxes(stage: Stage, accounts: Account[]): Promise<void> {
  const name = stage.scope.get('mailbox')?.toString();
  if (name === undefined) return;
  for (const account of accounts) await stage.target.removeMailboxes(account, name);
}
