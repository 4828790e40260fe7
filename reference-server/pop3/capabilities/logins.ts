/** USER (RFC 2449 §6.2) and APOP, which has no tag (RFC 1939 §7). */

import { BAD_ARGUMENTS, err, ok } from '../answer';
import { AUTHORIZATION, type Capability, type Handler } from '../capability';
import { mayLogIn, TLS_FIRST } from '../login';

/** Does not tell whether the name is known. */
const userCommand: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  if (argument === '') return BAD_ARGUMENTS;
  session.user = argument;
  return ok('And the password?');
};

/** The password is the rest of the line, spaces and all. */
const passCommand: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  if (session.user === undefined) return err('Say USER first');
  if (argument === '') return BAD_ARGUMENTS;
  return session.logIn(session.context.auth.password(session.user, argument));
};

export const user: Capability = {
  tag: 'USER',
  rfc: 'RFC 2449 §6.2',
  basic: true,
  announce: (session) => (mayLogIn(session) ? '' : undefined),
  commands: {
    USER: { states: AUTHORIZATION, run: userCommand },
    PASS: { states: AUTHORIZATION, run: passCommand },
  },
};

const apopCommand: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  const match = /^(.+) ([0-9a-f]{32})$/.exec(argument);
  if (!match) return BAD_ARGUMENTS;
  if (session.stamp === undefined) return err('Nobody here can log in by APOP');
  return session.logIn(session.context.auth.apop(match[1]!, session.stamp, match[2]!));
};

/** The greeting's time stamp tells of it. */
export const apop: Capability = {
  tag: 'APOP',
  rfc: 'RFC 1939 §7',
  commands: { APOP: { states: AUTHORIZATION, run: apopCommand } },
};
