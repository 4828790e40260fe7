/** What waited here for its time (RFC 4865 §4.2) and is for mailboxes of this server. */

import { intoInboxes } from '../delivery/inboxes';
import type { LocalRecipient, RemoteRecipient } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import { withoutReturnPath } from '../delivery/return-path';
import { returnPath } from '../delivery/trace';
import { type Outcome, refused } from '../relay/outcome';
import type { Outcomes } from '../relay/transaction';
import type { Job } from './job';
import { readEnvelope } from './records';

/** Their destination: no domain is called so. */
export const HERE = '(here)';

const STORED: Outcome = { kind: 'delivered', status: '2.0.0', why: 'it is in the mailbox' };
const FULL = refused('5.2.2', 'the mailbox has no room for it');
const GONE = refused('5.1.1', 'there is no such mailbox here any more');

/** A recipient with a mailbox here, as the queue keeps it. */
export function waitingHere({ kind, account, ...addressee }: LocalRecipient): RemoteRecipient {
  return { ...addressee, kind: 'remote', domain: HERE, mailbox: account.id };
}

/** Within the store's present transaction, in which the outcomes are written down too. */
export function deliverHere({ store }: DeliveryParts, { entry, recipients }: Job): Outcomes {
  const message = Buffer.concat([
    Buffer.from(returnPath(readEnvelope(entry.envelope))),
    withoutReturnPath(store.messages.content(entry.blob)),
  ]);
  const outcomes: Outcomes = new Map();
  for (const recipient of recipients.keys()) {
    const account = store.accounts.get(recipient.mailbox!);
    const [fate] = account ? intoInboxes(store, [account], message) : [];
    outcomes.set(recipient, fate === undefined ? GONE : fate === 'full' ? FULL : STORED);
  }
  return outcomes;
}
