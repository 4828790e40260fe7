/** EHLO and HELO (RFC 5321 §4.1.1.1), LHLO (RFC 2033 §4.1): the client says who it is and hears what the server can do. */

import { reply } from '../../delivery/reply';
import type { Command } from '../extension';
import { SYNTAX } from '../reply';
import type { Hello, Session } from '../session';
import { isAddressLiteral, isDomain } from '../syntax/domain';

/** RFC 5321 §4.1.4: a hello in the middle of a transaction ends it. One that is refused changes nothing. */
function hello(verb: Hello['verb']): Command {
  return (session, argument) => {
    if (!isDomain(argument) && !isAddressLiteral(argument)) return SYNTAX.arguments;
    session.hello = { verb, name: argument };
    session.reset();
    return reply(250, undefined, session.context.hostname, ...(verb === 'HELO' ? [] : keywords(session)));
  };
}

function keywords(session: Session): string[] {
  return session.service.extensions.flatMap((extension) => {
    const parameter = extension.announce(session);
    return parameter === undefined ? [] : [parameter === '' ? extension.keyword : `${extension.keyword} ${parameter}`];
  });
}

export const ehlo = hello('EHLO');
export const helo = hello('HELO');
export const lhlo = hello('LHLO');
