/** RCPT (RFC 5321 §4.1.1.3): adds a recipient. Mail for other domains is taken from those only who are trusted. */

import { behind } from '../../delivery/behind';
import { hasRoom } from '../../delivery/inboxes';
import type { Path, Recipient } from '../../delivery/mail';
import { reply } from '../../delivery/reply';
import { refusedAtBorder } from '../border';
import type { Command } from '../extension';
import { unasked } from '../extensions/smtputf8';
import { SYNTAX, sequence } from '../reply';
import type { Session } from '../session';
import { isSubmission } from '../submission/port';
import { unqualified } from '../submission/qualified';
import { literalAddress } from '../syntax/domain';
import { parseParameters } from '../syntax/parameters';
import { parsePath } from '../syntax/path';
import { takeParameters } from './parameters';

const BAD_ADDRESS = reply(501, '5.1.3', 'The forward-path is not well formed');
/** RFC 5321 §4.5.3.1.10. */
const TOO_MANY = reply(452, '4.5.3', 'Too many recipients; send the message again for the others');
const FULL = reply(452, '4.2.2', 'The mailbox is full');

export const rcpt: Command = (session, argument) => {
  const { transaction, context } = session;
  if (!transaction) return sequence('Say MAIL first');
  if (!/^TO:/i.test(argument)) return SYNTAX.arguments;
  const parsed = parsePath(argument.slice(3));
  if (!parsed || parsed.path.text === '') return BAD_ADDRESS;
  const unfit = isSubmission(session.service.name) && unqualified('RCPT', parsed.path, context.directory);
  if (unfit) return unfit;
  const parameters = parseParameters(parsed.rest);
  if (!parameters) return SYNTAX.arguments;
  const wide = unasked(argument, transaction.utf8);
  if (wide) return wide;
  // LMTP has no queue (RFC 2033 §1).
  const mayRelay = session.protocol === 'smtp' && session.authorised;
  const destination = context.delivery.resolve(withOwnDomain(session, parsed.path), mayRelay);
  const recipient = { path: parsed.path, ...destination } as Recipient;
  const refused = takeParameters(session, 'rcptParameters', recipient, parameters);
  if (refused) return refused;
  if ('code' in destination) return destination;
  if (transaction.recipients.length >= context.limits.recipients) return TOO_MANY;
  if (!mayBeTaken(session, recipient, Math.max(transaction.declaredSize, 1))) return FULL;
  const take = () => {
    transaction.recipients.push(recipient);
    return reply(250, '2.1.5', 'Taken');
  };
  return refusedAtBorder(session, recipient.path)?.then((unwanted) => unwanted ?? take()) ?? take();
};

/** Whether anybody who stands behind it may get so many octets. */
function mayBeTaken({ context }: Session, recipient: Recipient, octets: number): boolean {
  return behind(recipient).some(
    (one) => one.kind === 'remote' || (one.kind === 'local' && hasRoom(context.store, one.account, octets)),
  );
}

/** The address at which the client reached this server is the server's own (RFC 5321 §4.1.3). */
function withOwnDomain({ context, connection }: Session, path: Path): Path {
  const domain = literalAddress(path.domain) === connection.localAddress ? context.domains[0] : undefined;
  return domain === undefined ? path : { ...path, domain };
}
