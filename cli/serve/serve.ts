/** `mailspec serve`: the bundled server by itself, until Ctrl-C. */
import { resolve } from 'node:path';
import { TargetError } from '../../support/outcome';
import type { WrittenTarget } from '../../support/targets/document';
import { limitsOf, type RunningServer, servicesOf, startBundled } from '../../support/targets/embedded';
import type { Service } from '../../support/targets/target';
import { UsageError } from '../../support/targets/usage-error';
import { writeBelow } from '../run/write-reports';
import { formatTargetFile } from '../write-target';
import {
  accountsOf,
  credentialsOf,
  domainOf,
  type ServeAccount,
  type ServeOptions,
  serverOptions,
} from './serve-options';
import { webmailFor } from './webmail-for';

/** Resolves when it was asked to end and everything is closed. @throws TargetError when a port is in use */
export async function serve(options: ServeOptions): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (options.webmailFor !== undefined) return await serveWebmail(options.webmailFor, options, say);
  const server = await openedOn(() => startBundled(serverOptions(options, say)));
  const services = servicesOf(server, options.profile);
  for (const line of offer(services, server.webmail, accountsOf(options))) say(line);
  if (options.writeTarget !== undefined) {
    const ca = `${options.writeTarget}.ca.pem`;
    writeBelow(ca, server.ca);
    writeBelow(options.writeTarget, formatTargetFile(describe(options, services, server.webmail, resolve(ca))));
    say(`wrote ${options.writeTarget}: mailspec run --target ${options.writeTarget}`);
    const made = options.tlsCert === undefined ? '; the certificate is for localhost' : '';
    say(`wrote ${ca}: the authority that a client must trust${made}`);
  }
  say('Ctrl-C ends it.');
  await askedToEnd(options.tlsCert === undefined ? undefined : () => renew(server, options, say));
  await server.close();
}

/** The files of the certificate are read anew; what is wrong with them leaves the old one in its place. */
export function renew(
  server: Pick<RunningServer, 'renewTls'>,
  options: ServeOptions,
  say: (line: string) => void,
): void {
  try {
    const credentials = credentialsOf(options);
    if (credentials) server.renewTls(credentials);
    say('tls: the certificate was read anew');
  } catch (error) {
    say(`tls: the certificate stays as it was: ${(error as Error).message}`);
  }
}

/** The webmail alone, until it was asked to end. */
async function serveWebmail(file: string, options: ServeOptions, say: (line: string) => void): Promise<void> {
  const webmail = await openedOn(() => webmailFor(file, options, say));
  say(`${'webmail'.padEnd(12)}${webmail.url}`);
  say('Ctrl-C ends it.');
  await askedToEnd(options.tlsCert === undefined ? undefined : () => renew(webmail, options, say));
  await webmail.close();
}

/** What is wrong with the ports is said in words of the command's. */
async function openedOn<Started>(start: () => Promise<Started>): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') {
      throw new TargetError('port-in-use', `port ${port} is in use: take another --base-port (0 for free ones)`);
    }
    if (code === 'EACCES')
      throw new TargetError('port-denied', `port ${port} needs more rights: take another --base-port`);
    if (code === 'locked') throw new TargetError('data-in-use', `${(error as Error).message}: take another --data`);
    if (error instanceof Error && error.name === 'OptionError') throw new UsageError('bad-option', error.message);
    throw error;
  }
}

function offer(services: Service[], webmail: RunningServer['webmail'], accounts: ServeAccount[]): string[] {
  return [
    ...services.map(({ name, host, port, tls }) => `${name.padEnd(12)}${host}:${port}  TLS ${tls}`),
    ...Object.values(webmail).map((url) => `${'webmail'.padEnd(12)}${url}`),
    '',
    ...accounts.map(({ address, password }) => `${address}  password ${password}`),
    '',
  ];
}

function describe(
  options: ServeOptions,
  services: Service[],
  webmail: RunningServer['webmail'],
  ca: string,
): WrittenTarget {
  const { errors, badLogins, connections } = limitsOf(options.profile);
  const accounts = accountsOf(options);
  const url = webmail.https ?? webmail.http;
  const [domain = 'example.test'] = accounts.map(({ address }) => domainOf(address));
  return {
    name: "mailspec's own server",
    domains: [...new Set(accounts.map(({ address }) => domainOf(address)))],
    accounts,
    disposable: true,
    unknown: `nobody@${domain}`,
    services: {
      ...Object.fromEntries(services.map(({ name, host, port, tls, login }) => [name, { host, port, tls, login }])),
      ...(url && { webmail: { url, adapter: 'reference' } }),
    },
    tls: { ca, ...(options.tlsCert === undefined && { servername: 'localhost' }) },
    limits: { 'bad-logins': badLogins, errors, connections: options.connections ?? connections },
    clients: { stranger: '127.0.0.1' },
  };
}

/** Ctrl-C once; the second ends the process at once. A hang-up ends it too, where nothing else is to be done then. */
function askedToEnd(onHangUp?: () => void): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
    if (onHangUp) process.on('SIGHUP', onHangUp);
    else process.once('SIGHUP', () => resolve());
  });
}
