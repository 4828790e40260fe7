/** The capability table of SMTP and LMTP: EHLO, commands and parameters are read from it. */

import type { Extension } from '../extension';
import type { SmtpService } from '../service';
import { authentication } from './auth';
import { binaryMime, eightBitMime } from './body';
import { chunking } from './chunking';
import { dsn } from './dsn';
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
  authentication,
  vrfy,
  expn,
  help,
];

/** LMTP does not work without them (RFC 2033 §5). */
const LMTP_NEEDS: ReadonlySet<string> = new Set(['PIPELINING', 'ENHANCEDSTATUSCODES']);

/** The extensions that this service has at all, in this profile. */
export function extensionsOf({
  name,
  protocol,
  context,
}: Pick<SmtpService, 'name' | 'protocol' | 'context'>): Extension[] {
  const without = context.without[protocol];
  return EXTENSIONS.filter(({ keyword }) => {
    if (protocol === 'lmtp' && LMTP_NEEDS.has(keyword)) return true;
    if (without.has('*') || without.has(keyword)) return false;
    if (keyword === 'AUTH') return protocol === 'smtp';
    if (keyword === 'STARTTLS') return context.tls.use !== 'none' && name !== 'submissions';
    return true;
  });
}
