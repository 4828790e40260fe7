/** SMTP and LMTP: what services.ts needs of them. */

import type { ServerContext } from '../context';
import { lmtpDefects } from '../defects/lmtp';
import { mimeDefects } from '../defects/mime';
import { smtpDefects } from '../defects/smtp';
import type { ServiceName } from '../options';
import type { Connection } from '../session/connection';
import type { SmtpHook } from './hooks';
import { Session } from './session';

/** Serves one client of any of the SMTP and LMTP ports until it is done. */
export function serveSmtp(context: ServerContext, connection: Connection, service: ServiceName): Promise<void> {
  return new Session(context, connection, service, hooksOf(context, service)).run();
}

/** A mistake of one protocol is not made in the other; those with the message itself are made in both. */
function hooksOf({ defects }: ServerContext, service: ServiceName): SmtpHook[] {
  const own = defects.hooks(service === 'lmtp' ? lmtpDefects : smtpDefects);
  return [...own, ...defects.hooks(mimeDefects).map((content): SmtpHook => ({ rules: { content } }))];
}
