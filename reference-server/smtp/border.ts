/** Mail from those whom nobody knows here: neither logged in nor from a trusted network. Policies look at it, and at none besides (RFC 6647 §5). */

import type { Mail, Path } from '../delivery/mail';
import type { Reply } from '../delivery/reply';
import type { Visit } from '../policies/visit';
import type { Session } from './session';

/** What a policy refuses of the transaction that has just been opened. */
export function refusedToStart(session: Session): Reply | undefined {
  const visit = visitOf(session);
  return visit && session.context.policies?.atSender(visit);
}

/** What a policy refuses of the recipient that is about to be taken. */
export function refusedAtBorder(session: Session, recipient: Path): Promise<Reply | undefined> | undefined {
  const visit = visitOf(session);
  return visit && session.context.policies?.atRecipient(visit, recipient);
}

/** The message with what policies have found, or what they refuse it with. */
export async function lookedAt(session: Session, mail: Mail): Promise<Mail | Reply> {
  const { policies } = session.context;
  if (!policies || session.protocol === 'lmtp') return mail;
  const visit = visitOf(session);
  return visit ? await policies.atEnd(visit, mail) : mail;
}

function visitOf(session: Session): Visit | undefined {
  const { transaction, service, connection, hello } = session;
  if (!session.context.policies || !transaction || service.name !== 'smtp' || session.authorised) return undefined;
  session.visit ??= {
    address: connection.remoteAddress,
    helo: hello?.name ?? '',
    reversePath: transaction.reversePath,
  };
  return session.visit;
}
