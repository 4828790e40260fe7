/** DATA (RFC 5321 §4.1.1.4): the message, up to a line that is a single dot. */

import { acceptContent, refuseContent, TOO_BIG } from '../content/accept';
import { readWhole } from '../content/half';
import type { ContentScanner } from '../content/scanner';
import type { Command } from '../extension';
import { reply, SYNTAX, sequence } from '../reply';
import type { Session } from '../session';

const GO_AHEAD = reply(354, undefined, 'Send the message; end it with a dot on a line of its own');
const NO_RECIPIENTS = reply(554, '5.5.1', 'There is no recipient');
const NO_RCPT = sequence('There is no recipient');
const BARE_NEWLINE = reply(554, '5.6.0', 'The message has a CR or LF that stands alone');
const NUL = reply(554, '5.6.0', 'The message has a NUL');
const PIECE = 1024 * 1024;

export const data: Command = async (session, argument) => {
  const { transaction, rules } = session;
  if (!transaction) return sequence('Say MAIL first');
  if (argument !== '') return SYNTAX.noArguments;
  // RFC 3030 §2 and §3: DATA and BDAT do not mix, and binary content needs BDAT.
  if (transaction.chunks) return sequence('The message has begun with BDAT');
  if (transaction.body === 'BINARYMIME') return sequence('Binary content needs BDAT');
  // RFC 5321 §3.3 leaves a choice of codes, RFC 2033 §4.2 does not.
  if (transaction.recipients.length === 0) return session.protocol === 'lmtp' ? NO_RCPT : NO_RECIPIENTS;
  session.send(GO_AHEAD);
  const limit = rules.sizeLimit(session.context.limits.messageSize);
  const scanner = rules.scanner(limit);
  await readWhole(
    session,
    transaction,
    () => receive(session, scanner),
    () => scanner.pieces,
  );
  await session.faulty('END', '', async () => {
    if (scanner.size > limit) refuseContent(session, transaction, TOO_BIG);
    else if (scanner.bareNewline && rules.refusesBareNewlines) refuseContent(session, transaction, BARE_NEWLINE);
    else if (scanner.nul && rules.refusesNul) refuseContent(session, transaction, NUL);
    else await acceptContent(session, transaction, scanner.pieces);
  });
  if (rules.endClosesTransaction) session.reset();
  return undefined;
};

/** Reads to the end of the content; what comes behind it stays unread. Throws Interrupted. */
export async function receive({ connection }: Session, scanner: ContentScanner): Promise<void> {
  while (!scanner.done) {
    const octets = await connection.readSome(PIECE);
    const taken = scanner.push(octets);
    connection.unread(octets.subarray(taken));
  }
}
