/** Fills in what a target file leaves out. */
import { resolve } from 'node:path';
import {
  mailServices,
  type WrittenAccount,
  type WrittenOutside,
  type WrittenPassword,
  type WrittenService,
  type WrittenTarget,
} from './document';
import { milliseconds } from './duration';
import type { AccountSettings, TargetSettings } from './settings';
import type { Login, OutsideSettings, Place, Service, ServiceName, Timing } from './target';

/** Careful ones: a target that does not say bears little. */
const LIMITS = { badLogins: 1, errors: 3, connections: 10 };

/**
 * @param directory where relative paths begin
 * @param readFile gives the text of a PEM file
 */
export function settle(
  written: WrittenTarget,
  directory: string,
  env: NodeJS.ProcessEnv,
  readFile: (path: string) => string,
): TargetSettings {
  const services = mailServices(written).map(([name, service]) => settleService(name, service));
  const { webmail } = written.services;
  const { tls = {}, limits = {}, timing = {}, launch } = written;
  return {
    name: written.name,
    directory,
    domains: written.domains,
    accounts: written.accounts.map((account) => settleAccount(account, env)),
    disposable: written.disposable ?? false,
    ...(written.aliases && {
      aliases: Object.entries(written.aliases).map(([address, to]) => ({ address, to: [to].flat() })),
    }),
    unknown: written.unknown,
    sender: written.sender ?? 'someone@elsewhere.test',
    services,
    ...(webmail && { webmail }),
    tls: { ca: tls.ca && readFile(tls.ca), servername: tls.servername ?? nameFor(services[0]!.host) },
    deliver: written.deliver,
    maildir: written.maildir && resolve(directory, written.maildir),
    mbox: written.mbox && resolve(directory, written.mbox),
    launch: launch && {
      command: launch.command,
      ready: launch.ready,
      within: milliseconds(launch.within ?? '10s'),
      stop: launch.stop ?? 'SIGTERM',
    },
    ...(written.clients && { clients: written.clients }),
    ...(written.policies && { policies: written.policies }),
    ...(written['dkim-keys'] && { dkimKeys: written['dkim-keys'] }),
    ...(written.outside && { outside: settleOutside(written.outside) }),
    profiles: Object.fromEntries(
      Object.entries(written.profiles ?? {}).map(([name, file]) => [name, resolve(directory, file)]),
    ),
    limits: {
      badLogins: limits['bad-logins'] ?? LIMITS.badLogins,
      errors: limits.errors ?? LIMITS.errors,
      connections: limits.connections ?? LIMITS.connections,
    },
    timing: {
      reply: milliseconds(timing.reply ?? '5s'),
      delivery: milliseconds(timing.delivery ?? '10s'),
      ...where('retry', timing.retry),
      ...where('giveUp', timing['give-up']),
      ...where('silence', timing.silence),
      ...where('greylisting', timing.greylisting),
      ...where('greylistingEnds', timing['greylisting-ends']),
      ...where('rate', timing.rate),
      ...where('replyAtMost', timing['reply-at-most']),
      ...where('deliveryAtMost', timing['delivery-at-most']),
    },
  };
}

/** What the schema has let pass: `address:port`; The ports are those that DNS and SMTP have. */
function settleOutside(written: WrittenOutside): OutsideSettings {
  const { dns, 'mx-port': mxPort, 'finds-itself': findsItself, smarthost, dane, 'mta-sts': mtaSts } = written;
  return {
    mxPort: mxPort ?? 25,
    ...(findsItself === undefined ? {} : { findsItself }),
    ...(dane === undefined ? {} : { dane }),
    ...(mtaSts === undefined ? {} : { mtaSts, httpsPort: written['https-port'] ?? 443 }),
    ...(dns === undefined ? {} : { dns: settlePlace(dns, 53) }),
    ...(smarthost === undefined ? {} : { smarthost: settlePlace(smarthost, 25) }),
  };
}

function settlePlace(written: string, usual: number): Place {
  const [host = '', port] = written.split(':');
  return { host, port: port === undefined ? usual : Number(port) };
}

function where(key: keyof Timing, time: string | undefined) {
  return time === undefined ? {} : { [key]: milliseconds(time) };
}

function settleService(name: ServiceName, { host, port, tls, login }: WrittenService): Service {
  const use = tls ?? (name.endsWith('s') ? 'implicit' : 'none');
  const afterTls = use === 'required' || use === 'implicit';
  return { name, host: host ?? '127.0.0.1', port, tls: use, login: login ?? (afterTls ? 'after-tls' : 'plain') };
}

function settleAccount(account: WrittenAccount, env: NodeJS.ProcessEnv): AccountSettings {
  const main: Login = { user: account.user ?? account.address, password: reveal(account.password, env) };
  const logins = Object.entries(account.logins ?? {}).map(([service, login]): [string, Login] => [
    service,
    {
      user: login?.user ?? main.user,
      password: login?.password === undefined ? main.password : reveal(login.password, env),
    },
  ]);
  return {
    address: account.address,
    ...main,
    logins: Object.fromEntries(logins),
    ...secret('token', account.token, env),
    ...secret('expiredToken', account['expired-token'], env),
  };
}

function secret(key: 'token' | 'expiredToken', written: WrittenPassword | undefined, env: NodeJS.ProcessEnv) {
  return written === undefined ? {} : { [key]: reveal(written, env) };
}

function reveal(password: WrittenPassword, env: NodeJS.ProcessEnv): string {
  return typeof password === 'string' ? password : (env[password.env] ?? '');
}

/** SNI holds no addresses (RFC 6066 §3), so a target that is known by one is asked for as localhost. */
function nameFor(host: string): string {
  return /^[\d.]+$|:/.test(host) ? 'localhost' : host;
}
