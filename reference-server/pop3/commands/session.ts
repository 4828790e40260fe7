/** USER, PASS (RFC 1939 §7) and QUIT (§4 and §6). */

import { BAD_ARGUMENTS, err, ok } from '../answer';
import { mayLogIn } from '../capabilities/logins';
import type { Handler } from '../capability';

const TLS_FIRST = err('Say STLS first');

/** Does not tell whether the name is known. */
export const user: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  if (argument === '') return BAD_ARGUMENTS;
  session.user = argument;
  return ok('And the password?');
};

/** The password is the rest of the line, spaces and all. */
export const pass: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  if (session.user === undefined) return err('Say USER first');
  if (argument === '') return BAD_ARGUMENTS;
  return session.logIn(session.context.auth.password(session.user, argument));
};

export const quit: Handler = async (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  session.end();
  try {
    await session.maildrop?.update();
  } catch (error) {
    session.context.log(`pop3: removing failed: ${error}`);
    return err('The marked messages were not removed', 'SYS/TEMP');
  }
  // Released before the answer: who reads it may log in again at once.
  session.maildrop?.release();
  session.maildrop = undefined;
  return ok('Goodbye');
};
