/** The capability table of SMTP and LMTP: EHLO, commands and parameters are read from it. */

import type { Extension, Port } from '../extension';
import { authentication } from './auth';
import { binaryMime, eightBitMime } from './body';
import { chunking } from './chunking';
import { deliverBy } from './deliver-by';
import { dsn } from './dsn';
import { etrn } from './etrn';
import { futureRelease } from './future-release';
import { requireTls } from './require-tls';
import { enhancedStatusCodes, expn, help, pipelining, vrfy } from './simple';
import { size } from './size';
import { smtpUtf8 } from './smtputf8';
import { startTls } from './starttls';

/** In the order in which EHLO shows them. */
export const EXTENSIONS: readonly Extension[] = [
  pipelining,
  size,
  eightBitMime,
  smtpUtf8,
  dsn,
  enhancedStatusCodes,
  chunking,
  binaryMime,
  startTls,
  requireTls,
  authentication,
  etrn,
  deliverBy,
  futureRelease,
  vrfy,
  expn,
  help,
];

/** Those that this port has at all, in this profile. */
export function extensionsOf(port: Port): Extension[] {
  const without = port.context.without[port.protocol];
  return EXTENSIONS.filter(({ keyword, offered, neededByLmtp }) => {
    if (neededByLmtp && port.protocol === 'lmtp') return true;
    if (without.has('*') || without.has(keyword)) return false;
    return offered === undefined || offered(port);
  });
}
