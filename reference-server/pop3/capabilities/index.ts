/** The capability table of POP3: CAPA and the optional commands are read from it. */

import type { ServerContext } from '../../context';
import type { Capability } from '../capability';
import { lang, utf8 } from './languages';
import { apop, sasl, user } from './logins';
import { authRespCode, capa, expire, implementation, loginDelay, pipelining, respCodes } from './promises';
import { top, uidl } from './reading';
import { stls } from './stls';

/** In the order in which CAPA shows them. */
export const CAPABILITIES: readonly Capability[] = [
  capa,
  top,
  uidl,
  user,
  sasl,
  apop,
  stls,
  respCodes,
  authRespCode,
  pipelining,
  loginDelay,
  expire,
  utf8,
  lang,
  implementation,
];

/** The capabilities that the server has at all, in this profile. */
export function capabilitiesOf({ without, tls }: ServerContext): Capability[] {
  if (without.pop3.has('*')) return [];
  return CAPABILITIES.filter(({ tag }) => !without.pop3.has(tag) && (tag !== 'STLS' || tls.use !== 'none'));
}
