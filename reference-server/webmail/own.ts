/** The webmail of a running server, over its own ports. */

import type { ServerContext } from '../context';
import type { ServerOptions } from '../options';
import { LOOPBACK, type Ports } from '../ports';
import { OptionError } from '../schema/checks';
import type { Credentials } from '../tls/context';
import { type Place, type RunningWebmail, startWebmail, type WebmailOptions } from './index';
import { LIMITS } from './options';

/** By HTTP and by HTTPS, each where it was asked for. */
export interface OwnWebmail {
  readonly urls: { http?: string; https?: string };
  /** The certificate of its HTTPS is another from now on. */
  renewTls(credentials: Credentials): void;
  close(): Promise<void>;
}

/** @throws OptionError where the server has no port that it could use */
export async function openOwnWebmail(
  context: ServerContext,
  numbers: Ports['numbers'],
  options: ServerOptions,
): Promise<OwnWebmail> {
  const { http, https, name, limits } = options.webmail ?? {};
  const shared: WebmailOptions = {
    imap: placeOf(context, numbers, options, 'imap'),
    smtp: placeOf(context, numbers, options, 'submission'),
    domain: context.domains[0],
    name: name ?? context.hostname,
    limits: { upload: fitting(context.limits.messageSize), ...limits },
    now: () => context.clock.now(),
    random: context.random,
    log: context.log,
  };
  const open: RunningWebmail[] = [];
  const urls: OwnWebmail['urls'] = {};
  const close = async () => {
    await Promise.all(open.map((one) => one.close()));
  };
  try {
    for (const [scheme, listen] of [
      ['http', http],
      ['https', https],
    ] as const) {
      if (!listen) continue;
      if (scheme === 'https' && context.tls.credentials.cert === '')
        throw new OptionError('webmail.https', 'needs a certificate, and this server has no TLS');
      const tls = scheme === 'https' && { tls: context.tls.credentials };
      const webmail = await startWebmail({ ...shared, listen, ...tls }, options.seams?.webmail);
      open.push(webmail);
      urls[scheme] = webmail.url;
    }
  } catch (error) {
    await close();
    throw error;
  }
  const renewTls = (credentials: Credentials) => {
    for (const one of open) one.renewTls(credentials);
  };
  return { urls, close, renewTls };
}

/** Files grow by 37 % when they are encoded (RFC 2045 §6.8, with line ends): no more is offered than the server takes. */
function fitting(messageSize: number): number {
  return Math.min(LIMITS.upload, Math.floor(messageSize * 0.72));
}

function placeOf(
  { hostname, tls }: ServerContext,
  numbers: Ports['numbers'],
  { listen = {}, tlsNames }: ServerOptions,
  service: 'imap' | 'submission',
): Place {
  const secure = service === 'imap' ? 'imaps' : 'submissions';
  const name = numbers[secure] === undefined ? service : secure;
  const port = numbers[name];
  if (port === undefined) throw new OptionError('webmail', `needs ${secure} or ${service} among the ports of listen`);
  return {
    host: reachable(listen[name]?.host),
    port,
    tls: name === secure ? 'implicit' : tls.use === 'none' ? 'none' : 'required',
    servername: tlsNames?.[0] ?? hostname,
    // Its certificate may be renewed, by whatever authority.
    itself: true,
  };
}

/** An address that stands for all is none to connect to. */
function reachable(host = LOOPBACK): string {
  if (host === '0.0.0.0') return LOOPBACK;
  return host === '::' ? '::1' : host;
}
