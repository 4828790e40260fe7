/** The capability table of POP3: CAPA and the optional commands are read from it. */

import type { Capability } from '../capability';
import { lang, utf8 } from './languages';
import { apop, user } from './logins';
import { authRespCode, capa, expire, implementation, loginDelay, pipelining, respCodes } from './promises';
import { top, uidl } from './reading';
import { sasl } from './sasl';
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
