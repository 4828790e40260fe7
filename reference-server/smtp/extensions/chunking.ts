/** CHUNKING (RFC 3030 §2): BDAT carries the content in blocks of announced length, any octet allowed. */

import { acceptContent, refuseContent, TOO_BIG } from '../content/accept';
import { readWhole } from '../content/half';
import type { Command, Extension } from '../extension';
import { type Reply, reply, SYNTAX, sequence } from '../reply';
import type { Session } from '../session';
import type { Transaction } from '../transaction';

const PIECE = 1024 * 1024;

const bdat: Command = async (session, argument) => {
  const match = /^(\d{1,15})( LAST)?$/i.exec(argument);
  if (!match) return SYNTAX.arguments;
  const octets = Number(match[1]);
  const last = match[2] !== undefined;
  const { transaction } = session;
  const refused = misplaced(transaction);
  // RFC 3030 §2: the octets come right behind the command, also when it is refused.
  if (refused && !session.rules.skipsRefusedChunks) return refused;
  const pieces: Buffer[] = [];
  const read = () => readChunk(session, octets, refused ? undefined : transaction, pieces);
  if (refused || !transaction || !last) await read();
  else await readWhole(session, transaction, read, () => [...(transaction.chunks ?? []), ...pieces]);
  // RFC 2033 §4.3: in LMTP nobody's message has nobody's reply.
  if (refused && transaction && last && session.protocol === 'lmtp') {
    session.reset();
    return undefined;
  }
  if (refused || !transaction) return refused;
  transaction.chunks ??= [];
  transaction.chunks.push(...pieces);
  transaction.chunkOctets += octets;
  const tooBig = transaction.chunkOctets > sizeLimit(session);
  if (!last) {
    // After a failed chunk the following ones find no transaction: 503 until the next MAIL.
    if (tooBig) session.reset();
    return tooBig ? TOO_BIG : reply(250, '2.0.0', `${octets} octets taken`);
  }
  await session.faulty('END', '', async () => {
    if (tooBig) refuseContent(session, transaction, TOO_BIG);
    else await acceptContent(session, transaction, transaction.chunks!);
  });
  if (session.rules.endClosesTransaction) session.reset();
  return undefined;
};

function sizeLimit({ rules, context }: Session): number {
  return rules.sizeLimit(context.limits.messageSize);
}

function misplaced(transaction: Transaction | undefined): Reply | undefined {
  if (!transaction) return sequence('Say MAIL first');
  return transaction.recipients.length === 0 ? sequence('Say RCPT first') : undefined;
}

/** Reads the block; keeps it only where there is a transaction that has room for it. */
async function readChunk(
  session: Session,
  octets: number,
  transaction: Transaction | undefined,
  pieces: Buffer[],
): Promise<void> {
  const keep = transaction && transaction.chunkOctets + octets <= sizeLimit(session);
  for (let missing = octets; missing > 0; ) {
    const piece = await session.connection.readSome(Math.min(missing, PIECE));
    missing -= piece.length;
    if (keep) pieces.push(piece);
  }
}

export const chunking: Extension = { keyword: 'CHUNKING', rfc: 3030, announce: () => '', commands: { BDAT: bdat } };
