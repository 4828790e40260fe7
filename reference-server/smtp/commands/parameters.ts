/** Hands the parameters of MAIL and RCPT to the extensions that define them. */

import { type Reply, reply } from '../../delivery/reply';
import type { Extension, ParameterHandler } from '../extension';
import type { Session } from '../session';
import type { Parameters } from '../syntax/parameters';

/** Gives the reply that refuses one of them; 555 for one that no announced extension knows (RFC 5321 §4.1.1.11). */
export function takeParameters<Kind extends 'mailParameters' | 'rcptParameters'>(
  session: Session,
  kind: Kind,
  subject: NonNullable<Extension[Kind]> extends Readonly<Record<string, ParameterHandler<infer Subject>>>
    ? Subject
    : never,
  parameters: Parameters,
): Reply | undefined {
  for (const [keyword, value] of parameters) {
    const extension = session.service.extensions.find((candidate) => candidate[kind]?.[keyword]);
    if (!extension || !session.announces(extension)) {
      return reply(555, '5.5.4', `I do not know the parameter ${keyword}`);
    }
    const take = extension[kind]![keyword] as ParameterHandler<typeof subject>;
    const refused = take(subject, value, session);
    if (refused) return refused;
  }
  return undefined;
}
