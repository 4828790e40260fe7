/** Half a message is nobody's (RFC 5321 §4.1.1.10), unless the server is mistaken. */

import { Interrupted } from '../../reference-server/net/interrupted';
import { mailOf } from '../../reference-server/smtp/content/hand-over';
import { ContentScanner } from '../../reference-server/smtp/content/scanner';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';

/** What came of the present block. */
const blocks = new WeakMap<Session, Buffer[]>();

/** What a lost connection leaves of a message is delivered. */
export const HALF_MESSAGES: SmtpSeams = {
  read: (session) => (octets, want) => {
    if (want === 'line') blocks.set(session, []);
    else blocks.get(session)?.push(octets);
    return octets;
  },
  async around(session, { verb }, next) {
    try {
      return await next();
    } catch (error) {
      const { transaction, context } = session;
      if (!(error instanceof Interrupted) || !transaction || (verb !== 'DATA' && verb !== 'BDAT')) throw error;
      const came = blocks.get(session) ?? [];
      const pieces = verb === 'DATA' ? unstuffed(came) : [...(transaction.chunks ?? []), ...came];
      await context.delivery.accept(
        mailOf(session, transaction, pieces, { tooBig: false, bareNewline: false, nul: false }),
      );
      throw error;
    }
  },
};

function unstuffed(pieces: readonly Buffer[]): readonly Buffer[] {
  const scanner = new ContentScanner(Number.POSITIVE_INFINITY);
  for (const piece of pieces) scanner.push(piece);
  return scanner.pieces;
}
