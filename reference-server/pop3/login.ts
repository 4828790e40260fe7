/** From AUTHORIZATION to TRANSACTION: the same for PASS, APOP and AUTH. */

import type { Account } from '../store/types';
import { type Answer, err, ok } from './answer';
import { Maildrop } from './maildrop';
import type { Session } from './session';

/** When each account last logged in, per server: for LOGIN-DELAY (RFC 2449 §6.5). */
const lastLogins = new WeakMap<object, Map<number, number>>();

/** Says the same for an unknown name as for a wrong password. */
export function logIn(session: Session, account: Account | undefined): Answer {
  if (!account) return refused(session);
  if (tooSoon(session, account)) return err('You logged in a short while ago', 'LOGIN-DELAY');
  const maildrop = Maildrop.open(session.context, account, session.rules.locks);
  if (!maildrop) return err('Another session has the maildrop', 'IN-USE');
  session.maildrop = maildrop;
  const octets = maildrop.entries.reduce((sum, { size }) => sum + size, 0);
  return ok(`${maildrop.entries.length} messages (${octets} octets)`);
}

function refused(session: Session): Answer {
  session.badLogins++;
  if (session.badLogins >= session.context.limits.badLogins) session.end();
  return err('The name or the password is wrong', 'AUTH');
}

function tooSoon({ context, rules }: Session, account: Account): boolean {
  if (context.limits.loginDelay === 0) return false;
  const logins = lastLogins.get(context) ?? new Map<number, number>();
  lastLogins.set(context, logins);
  const whose = rules.delayedWith(account);
  const last = logins.get(whose);
  const now = context.clock.now();
  if (last !== undefined && now - last < context.limits.loginDelay * 1000) return true;
  logins.set(whose, now);
  return false;
}
