/** DATA (RFC 5321 §4.1.1.4): the message, up to a line that is a single dot. */

import { reply } from '../../delivery/reply';
import { handOver } from '../content/hand-over';
import { ContentScanner } from '../content/scanner';
import type { Command } from '../extension';
import { SYNTAX, sequence } from '../reply';
import type { Session } from '../session';

const GO_AHEAD = reply(354, undefined, 'Send the message; end it with a dot on a line of its own');
const NO_RECIPIENTS = reply(554, '5.5.1', 'There is no recipient');
const NO_RCPT = sequence('There is no recipient');
const PIECE = 1024 * 1024;

export const data: Command = async (session, argument) => {
  const { transaction } = session;
  if (!transaction) return sequence('Say MAIL first');
  if (argument !== '') return SYNTAX.noArguments;
  // RFC 5321 §3.3 leaves a choice of codes, RFC 2033 §4.2 does not.
  if (transaction.recipients.length === 0) return session.protocol === 'lmtp' ? NO_RCPT : NO_RECIPIENTS;
  session.send(GO_AHEAD);
  const limit = session.context.limits.messageSize;
  const scanner = new ContentScanner(limit);
  await receive(session, scanner);
  const { size, bareNewline, nul } = scanner;
  await handOver(session, transaction, scanner.pieces, { tooBig: size > limit, bareNewline, nul });
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
