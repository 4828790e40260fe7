/** The end of a message: it is handed over to delivery, and the client hears the verdicts. */

import type { Findings, Mail } from '../../delivery/mail';
import { lookedAt } from '../border';
import { step } from '../line';
import type { Session } from '../session';
import { submitted } from '../submission/submit';
import type { Transaction } from '../transaction';

/** Hands over what was read, answers and closes the transaction. For whoever steps in this is a command of its own, END. */
export async function handOver(
  session: Session,
  transaction: Transaction,
  pieces: readonly Buffer[],
  found: Findings,
): Promise<void> {
  await session.carryOut(step('END'), async () => {
    const mail = submitted(session, mailOf(session, transaction, pieces, found));
    if ('code' in mail) return mail;
    const known = await lookedAt(session, mail);
    if ('code' in known) return known;
    const verdicts = await session.context.delivery.accept(known);
    for (const verdict of verdicts.slice(0, -1)) session.send(verdict);
    return verdicts.at(-1);
  });
  session.reset();
}

/** The message as delivery wants it, from content that may have come in pieces. */
export function mailOf(session: Session, envelope: Transaction, pieces: readonly Buffer[], found: Findings): Mail {
  return {
    id: session.nextId(),
    envelope,
    content: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces),
    found,
    origin: {
      name: session.hello?.name ?? 'unknown',
      address: session.connection.remoteAddress,
      protocol: protocolName(session, envelope),
      ...(session.connection.suite && { suite: session.connection.suite }),
    },
    verdicts: session.protocol === 'lmtp' ? 'each' : 'one',
  };
}

/** RFC 3848, RFC 6531 §4.3: what the message came by. */
function protocolName({ hello, connection, account, protocol }: Session, { utf8 }: Transaction): string {
  const suffix = (connection.secure ? 'S' : '') + (account ? 'A' : '');
  if (utf8) return `UTF8${protocol === 'lmtp' ? 'LMTP' : 'SMTP'}${suffix}`;
  if (protocol === 'lmtp') return `LMTP${suffix}`;
  return hello?.verb === 'HELO' ? 'SMTP' : `ESMTP${suffix}`;
}
