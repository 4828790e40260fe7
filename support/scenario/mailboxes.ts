/**
 * IMAP mailboxes of a scenario's own: below the personal namespace, with a name that nobody else has, removed afterwards.
 */
import type { Scope } from '../dialogue/scope';
import { Blocked } from '../outcome';
import type { Account, Target } from '../targets/target';

/** What names them: the scenario's id, and where its names are kept. */
interface Place {
  readonly id: string;
  readonly target: Target;
  readonly scope: Scope;
}

/**
 * Sets `${mailbox}` and `${delimiter}`. Where the target does not tell its namespace, only a scenario that uses one of them is blocked: those
 * about NAMESPACE, LIST and the login, which are asked for meanwhile, are among the others.
 */
export async function nameMailboxes({ id, target, scope }: Place): Promise<void> {
  try {
    const { prefix, delimiter } = await target.namespace();
    scope.set('delimiter', delimiter);
    scope.set('mailbox', `${prefix}mailspec-${id}`);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    for (const name of ['delimiter', 'mailbox']) scope.withhold(name, error);
  }
}

/** Removes what the scenario may have made in these accounts. */
export async function removeMailboxes({ target, scope }: Place, accounts: readonly Account[]): Promise<void> {
  const name = nameIn(scope);
  if (name === undefined) return;
  for (const account of accounts) await target.removeMailboxes(account, name);
}

/** Nothing where nobody asked for it, and where it is withheld: nothing was made then. */
function nameIn(scope: Scope): string | undefined {
  try {
    return scope.get('mailbox')?.toString();
  } catch {
    return undefined;
  }
}
