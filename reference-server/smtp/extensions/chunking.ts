/** CHUNKING (RFC 3030 §2): BDAT carries the content in blocks of announced length, any octet allowed. */

import { TOO_BIG } from '../../delivery/judge';
import { type Reply, reply } from '../../delivery/reply';
import { gather } from '../../net/gather';
import { handOver } from '../content/hand-over';
import type { Command, Extension } from '../extension';
import { SYNTAX, sequence } from '../reply';
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
  const pieces: Buffer[] = [];
  // RFC 3030 §2: the octets come right behind the command, also when it is refused.
  await readChunk(session, octets, refused ? undefined : transaction, pieces);
  // RFC 2033 §4.3: in LMTP nobody's message has nobody's reply.
  if (refused && transaction && last && session.protocol === 'lmtp') {
    session.reset();
    return undefined;
  }
  if (refused || !transaction) return refused;
  transaction.chunks ??= [];
  // One by one: who sends single octets makes more of them than a call takes arguments.
  for (const piece of pieces) gather(transaction.chunks, piece);
  transaction.chunkOctets += octets;
  const tooBig = transaction.chunkOctets > session.context.limits.messageSize;
  if (!last) {
    // After a failed chunk the following ones find no transaction: 503 until the next MAIL.
    if (tooBig) session.reset();
    return tooBig ? TOO_BIG : reply(250, '2.0.0', `${octets} octets taken`);
  }
  // RFC 3030 §3: a chunk may hold any octet.
  await handOver(session, transaction, transaction.chunks, { tooBig, bareNewline: false, nul: false });
  return undefined;
};

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
  const keep = transaction && transaction.chunkOctets + octets <= session.context.limits.messageSize;
  for (let missing = octets; missing > 0; ) {
    const piece = await session.connection.readSome(Math.min(missing, PIECE));
    missing -= piece.length;
    if (keep) gather(pieces, piece);
  }
}

/** RFC 3030 §2: DATA and BDAT do not mix, and the envelope is closed by the first chunk. */
const CLOSED: ReadonlySet<string> = new Set(['RCPT', 'DATA']);

export const chunking: Extension = {
  keyword: 'CHUNKING',
  rfc: 'RFC 3030 §2',
  announce: () => '',
  commands: { BDAT: bdat },
  bars: ({ transaction }, verb) =>
    transaction?.chunks && CLOSED.has(verb) ? sequence('The message has begun with BDAT') : undefined,
};
