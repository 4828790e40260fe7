/** From AUTHORIZATION to TRANSACTION: the same for PASS, APOP and AUTH. */

import { replacedInPlace } from '../seams';
import type { Account } from '../store/types';
import { type Answer, err, ok } from './answer';
import { Maildrop } from './maildrop';
import type { Session } from './session';

export const TLS_FIRST = err('Say STLS first');

/** A password that anybody could read on the way is not asked for where TLS is demanded. */
export function mayLogIn({ connection, context }: Session): boolean {
  return connection.secure || context.tls.use !== 'required';
}

/** Only here is a maildrop opened (RFC 1939 §4). Says the same for an unknown name as for a wrong password. */
export function logIn(session: Session, account: Account | undefined): Answer {
  if (!account) return refused(session);
  if (tooSoon(session, account)) return err('You logged in a short while ago', 'LOGIN-DELAY');
  const maildrop = Maildrop.open(session.context, account);
  if (!maildrop) return err('Another session has the maildrop', 'IN-USE');
  session.maildrop = replacedInPlace(maildrop, session.service.seams.parts?.maildrop);
  return ok(`${maildrop.entries.length} messages (${maildrop.octets(maildrop.entries)} octets)`);
}

function refused(session: Session): Answer {
  session.badLogins++;
  if (session.badLogins >= session.context.limits.badLogins) session.end();
  return err('The name or the password is wrong', 'AUTH');
}

function tooSoon({ context, service }: Session, account: Account): boolean {
  const { loginDelay } = context.limits;
  if (loginDelay === 0) return false;
  const last = service.lastLogins.get(account.id);
  const now = context.clock.now();
  if (last !== undefined && now - last < loginDelay * 1000) return true;
  service.lastLogins.set(account.id, now);
  return false;
}
