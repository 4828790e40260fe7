/** The end of a message: judges it, delivers it and answers, once for SMTP and once per recipient for LMTP (RFC 2033 §4.2). */

import { type Reply, reply } from '../reply';
import type { Session } from '../session';
import { traceFields } from '../trace';
import type { Recipient, Transaction } from '../transaction';
import { deliver } from './deliver';
import { receivedFields } from './loops';
import { withoutReturnPath } from './return-path';
import { reportSuccess } from './success';

/** RFC 5321 §6.3: more Received fields than this mean that the message goes round in circles. */
const HOPS = 100;

export const TOO_BIG = reply(552, '5.3.4', 'The message is larger than this server takes');
const FULL = reply(552, '5.2.2', 'The mailbox has no room for it');
const LOOP = reply(554, '5.4.6', 'The message has been through too many servers');

/** Delivers the content, which may have come in pieces, and replies. The caller closes the transaction. */
export async function acceptContent(
  session: Session,
  transaction: Transaction,
  pieces: readonly Buffer[],
): Promise<void> {
  const content = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  if (receivedFields(content) > HOPS) {
    answer(session, transaction, () => LOOP);
    return;
  }
  const { context, rules } = session;
  const id = session.nextId();
  const trace = Buffer.from(traceFields(session, transaction, id));
  const body = rules.content(withoutReturnPath(content), transaction, session);
  const message = rules.stored(Buffer.concat([trace, body]), transaction, session);
  const accounts = rules.deliveredTo(transaction, content, session).map(({ account }) => account);
  const verdicts = await deliver(context, accounts, message, session.protocol === 'smtp');
  const from = transaction.reversePath.text;
  context.log(`${session.protocol}: ${id} from <${from}> for ${accounts.length}: ${verdicts.join(' ')}`);
  const full = new Set(accounts.filter((_, i) => verdicts[i] === 'full').map((account) => account.id));
  // SMTP has one reply for all: when one has no room, nobody got it.
  const failed = ({ account }: Recipient) => (session.protocol === 'smtp' ? full.size > 0 : full.has(account.id));
  const delivered = transaction.recipients.filter((recipient) => !failed(recipient));
  await reportSuccess(session, transaction, delivered, message);
  const stored = reply(250, '2.0.0', `Stored as ${id}`);
  answer(session, transaction, (recipient) => (failed(recipient) ? FULL : stored));
}

/** Refuses the content. The caller closes the transaction. */
export function refuseContent(session: Session, transaction: Transaction, why: Reply): void {
  answer(session, transaction, () => why);
}

function answer(session: Session, transaction: Transaction, verdict: (recipient: Recipient) => Reply): void {
  for (const recipient of session.rules.answered(transaction, session)) session.send(verdict(recipient));
}
