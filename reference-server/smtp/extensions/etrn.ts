/** ETRN (RFC 1985): a client asks that what waits for a domain be tried now, over a connection of the server's own. */

import { type Reply, reply } from '../../delivery/reply';
import type { Command, Extension } from '../extension';
import { SYNTAX, sequence } from '../reply';
import { isSubmission } from '../submission/port';
import { isDomain } from '../syntax/domain';

const NO_QUEUE = reply(458, '4.3.0', 'There are no queues with names here');

const ask: Command = (session, argument) => {
  const { hello, transaction, authorised, context } = session;
  if (!hello) return sequence('Say EHLO first');
  // RFC 1985 §5: there must be no transaction.
  if (transaction) return sequence('There is a transaction already');
  // RFC 1985 §5.3: @ stands before a domain that is meant with all below it, # before the name of a queue.
  const match = /^([@#]?)(\S+)$/.exec(argument);
  if (!match) return SYNTAX.arguments;
  const [, option, node] = match as unknown as [string, string, string];
  if (option === '#') return authorised ? NO_QUEUE : notAllowed(node);
  if (!isDomain(node)) return SYNTAX.arguments;
  // RFC 1985 §8: what waits for whom is nobody else's business.
  if (!authorised || !context.outgoing) return notAllowed(node);
  return started(node, context.outgoing.hasten(node.toLowerCase(), option === '@'));
};

const notAllowed = (node: string) =>
  reply(459, '4.7.1', `Node ${node} not allowed: that is for those whose mail is handed on here`);

/** RFC 1985 §5.1. */
function started(node: string, pending: number | undefined): Reply {
  if (pending === undefined) return reply(250, '2.0.0', `Queuing for node ${node} started`);
  return pending === 0
    ? reply(251, '2.0.0', `No messages waiting for node ${node}`)
    : reply(253, '2.0.0', `${pending} pending messages for node ${node} started`);
}

export const etrn: Extension = {
  keyword: 'ETRN',
  rfc: 'RFC 1985 §2',
  // RFC 6409 §7: not on the ports for users.
  offered: ({ name, protocol, context }) =>
    protocol === 'smtp' && !isSubmission(name) && context.outgoing !== undefined,
  announce: () => '',
  commands: { ETRN: ask },
};
