/** The webmail: a web application that knows nothing of a mail system but its IMAP and its SMTP. */

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { composed, replaced } from '../seams';
import { Attempts } from './access/attempts';
import { Cookies } from './access/cookies';
import { Guard } from './access/guard';
import { Sessions } from './access/sessions';
import { webmailApp } from './app';
import { WRITING } from './compose';
import { SHOWING, signedLinks } from './content';
import { DesksBySession } from './desks';
import { LIMITS, type RunningWebmail, type WebmailOptions } from './options';
import type { Visiting, WebmailParts, WebmailReplacements, WebmailSeams } from './seams';
import type { Webmail } from './web';

export type { Place, RunningWebmail, WebmailLimits, WebmailOptions } from './options';

/** A request, headers and form, must be there after so long: 20 MB over a slow line. */
const REQUEST_TIME = 15 * 60_000;

/** Rejects where the port is taken. @param guests who step in where: see seams.ts */
export async function startWebmail(
  options: WebmailOptions,
  guests: readonly WebmailSeams[] = [],
): Promise<RunningWebmail> {
  const { around, parts } = composed<Webmail, Visiting, Response, WebmailParts>(guests);
  const webmail = assembled(options, parts);
  const app = webmailApp(webmail);
  const fetch: Parameters<typeof getRequestListener>[0] = around
    ? async (request, env) => {
        const visiting: Visiting = { request };
        return await around(webmail, visiting, async () => await app.fetch(visiting.request, env));
      }
    : app.fetch;
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
  const settings = { requestTimeout: REQUEST_TIME, headersTimeout: 30_000 };
  const { tls, listen = {} } = options;
  const secure = tls && createSecureServer({ ...settings, ...tls }, listener);
  const server = secure ?? createServer(settings, listener);
  const host = listen.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    renewTls: (credentials) => secure?.setSecureContext({ ...credentials }),
    close: () =>
      new Promise((resolve) => {
        webmail.sessions.closeAll();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function assembled(options: WebmailOptions, parts: WebmailReplacements = {}): Webmail {
  const { imap, smtp, domain, name = 'Webmail', now = Date.now, random = randomBytes, log = () => {} } = options;
  const limits = { ...LIMITS, ...options.limits };
  const secret = random(32);
  return {
    imap,
    smtp,
    domain,
    name,
    limits,
    sessions: replaced(new Sessions({ now, random, limits }), parts.sessions),
    attempts: replaced(new Attempts({ now, limit: limits.failures }), parts.attempts),
    guard: replaced(new Guard(random), parts.guard),
    cookies: replaced(new Cookies(options.tls !== undefined), parts.cookies),
    showing: replaced(SHOWING, parts.showing),
    writing: replaced(WRITING, parts.writing),
    desks: new DesksBySession({ imap, patience: limits.patience, upload: limits.upload, now, client: parts.client }),
    links: (session) => signedLinks(secret, '/link', session.token),
    now,
    random,
    log,
  };
}
