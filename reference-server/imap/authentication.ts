/** What LOGIN and AUTHENTICATE share. */

import { replacedInPlace } from '../seams';
import type { Account } from '../store/types';
import { AccountBackend } from './backend/account';
import type { Done } from './command';
import { announceCapabilities } from './commands/capability';
import { no } from './refusal';
import type { Session } from './session';

/** Opens the account to the session; the answer tells the capabilities, which are others now (RFC 9051 §6.2.3). */
export function logIn(session: Session, account: Account): Done {
  session.account = replacedInPlace(new AccountBackend(session, account), session.service.seams.parts?.account);
  return { text: 'Welcome', code: announceCapabilities(session) };
}

/** Counts a failed login and refuses it; why it failed is nobody's business (RFC 5530 §3, AUTHENTICATIONFAILED). */
export function refuseLogin(session: Session): never {
  session.badLogins++;
  throw no('Name or password is wrong', 'AUTHENTICATIONFAILED');
}

/** Whether a login must wait for TLS. */
export function tlsMissing(session: Session): boolean {
  return session.context.tls.use === 'required' && !session.connection.secure;
}

/** Refuses a login that must wait for TLS (RFC 5530 §3, PRIVACYREQUIRED). */
export function demandTls(session: Session): void {
  if (tlsMissing(session)) throw no('Not without TLS', 'PRIVACYREQUIRED');
}
