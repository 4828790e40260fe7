/** The end of a message: judges it, delivers it and answers, once for SMTP and once per recipient for LMTP (RFC 2033 §4.2). */

import { type Reply, reply } from '../reply';
import type { Session } from '../session';
import { traceFields } from '../trace';
import type { Recipient, Transaction } from '../transaction';
import { type Delivered, deliver } from './deliver';
import { receivedFields } from './loops';
import { withoutReturnPath } from './return-path';

/** RFC 5321 §6.3: more Received fields than this mean that the message goes round in circles. */
const HOPS = 100;

export const TOO_BIG = reply(552, '5.3.4', 'The message is larger than this server takes');
const FULL = reply(552, '5.2.2', 'The mailbox has no room for it');
const LOOP = reply(554, '5.4.6', 'The message has been through too many servers');

/** Delivers the content and replies. The caller closes the transaction. */
export async function acceptContent(session: Session, transaction: Transaction, content: Buffer): Promise<void> {
  if (receivedFields(content) > HOPS) {
    answer(session, transaction, () => LOOP);
    return;
  }
  const { context, rules } = session;
  const id = context.random(8).toString('hex');
  const trace = Buffer.from(traceFields(session, transaction, id));
  const message = rules.stored(
    Buffer.concat([trace, rules.content(withoutReturnPath(content), transaction)]),
    transaction,
  );
  const accounts = rules.mergesDuplicates ? distinct(transaction.recipients) : transaction.recipients;
  const stored = reply(250, '2.0.0', `Stored as ${id}`);
  const delivery = deliver(
    context,
    accounts.map(({ account }) => account),
    message,
    session.protocol === 'smtp',
  );
  if (!rules.storesBeforeReply) {
    answer(session, transaction, () => stored);
    await session.connection.flush();
  }
  const verdicts = await delivery;
  context.log(
    `${session.protocol}: ${id} from <${transaction.reversePath.text}> for ${accounts.length}: ${verdicts.join(' ')}`,
  );
  if (!rules.storesBeforeReply) return;
  const full = new Set(
    accounts.filter((_, i) => verdicts[i] === ('full' satisfies Delivered)).map(({ account }) => account.id),
  );
  if (session.protocol === 'smtp') session.send(full.size > 0 ? FULL : stored);
  else answer(session, transaction, ({ account }) => (full.has(account.id) ? FULL : stored));
}

/** Refuses the content. The caller closes the transaction. */
export function refuseContent(session: Session, transaction: Transaction, why: Reply): void {
  answer(session, transaction, () => why);
}

/** One reply, or one for each recipient that was accepted, also for one that was given twice (RFC 2033 §4.2). */
function answer(session: Session, transaction: Transaction, verdict: (recipient: Recipient) => Reply): void {
  const recipients = session.protocol === 'lmtp' ? transaction.recipients : transaction.recipients.slice(0, 1);
  for (const recipient of recipients) session.send(verdict(recipient));
}

function distinct(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((recipient) => [recipient.account.id, recipient])).values()];
}
