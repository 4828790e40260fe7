/** What `mailspec serve` was asked, and what the bundled server is started with. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { BundledOptions } from '../../support/targets/embedded';
import { PORTS } from '../../support/targets/services';
import { UsageError } from '../../support/targets/usage-error';

export interface ServeOptions {
  basePort: number;
  data?: string;
  account: string[];
  profile?: string;
  /** At once from one address; as the profile has it, when absent. */
  connections?: number;
  defect: string[];
  /** Networks whose clients may send to everywhere. */
  trust: string[];
  relayDns: string[];
  relayPort?: number;
  smarthost?: string;
  /** Files of a certificate and its key; one is made where there are none. */
  tlsCert?: string;
  tlsKey?: string;
  tlsOldest?: 'TLSv1.2' | 'TLSv1.3';
  writeTarget?: string;
  /** A target file of the mail system that the webmail is to be a way into; the bundled server's own when absent. */
  webmailFor?: string;
}

const ACCOUNTS = ['alice', 'bob', 'carol'].map((name) => `${name}@example.test:${name}-secret`);

export interface ServeAccount {
  address: string;
  password: string;
}

/** `a@example.test:secret`; the password may hold colons. @throws UsageError */
export function parseAccount(written: string): ServeAccount {
  const at = written.indexOf('@');
  const colon = written.indexOf(':', at);
  if (at < 1 || colon < at + 2 || colon === written.length - 1) {
    throw new UsageError('bad-account', `--account ${written} is not understood: write a@example.test:password`);
  }
  return { address: written.slice(0, colon), password: written.slice(colon + 1) };
}

/** The accounts that were asked for, or three to begin with. */
export function accountsOf({ account }: ServeOptions): ServeAccount[] {
  return (account.length > 0 ? account : ACCOUNTS).map(parseAccount);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** The mail of `--data` lies in one file below the folder. */
export function mailFile(folder: string): string {
  return join(folder, 'mail.sqlite');
}

/** Ports are the standard ones and the base; base 0 takes free ones. */
export function serverOptions(options: ServeOptions, log: (line: string) => void): BundledOptions {
  const { basePort, data, profile, connections, defect } = options;
  const accounts = accountsOf(options);
  if (data !== undefined) mkdirSync(data, { recursive: true });
  const listen = Object.entries(PORTS).map(([name, port]) => [name, { port: basePort === 0 ? 0 : basePort + port }]);
  return {
    domains: [...new Set(accounts.map(({ address }) => domainOf(address)))],
    // They stand on the command line anyway, and APOP and CRAM-MD5 work with the secret only.
    accounts: accounts.map((account) => ({ ...account, keepSecret: true })),
    listen: Object.fromEntries(listen),
    ...(data === undefined ? {} : { data: mailFile(data), control: true }),
    profile,
    ...webmailOf(options),
    ...(connections === undefined ? {} : { limits: { connections } }),
    defects: defect,
    ...relayOf(options),
    ...tlsOf(options),
    log,
  };
}

/** Above the base as the others; HTTPS where the profile has TLS. */
const WEB_PORT = 80;
const SECURE_WEB_PORT = 443;

function webmailOf({ basePort, profile, tlsCert }: ServeOptions): Pick<BundledOptions, 'webmail'> {
  const at = (port: number) => ({ port: basePort === 0 ? 0 : basePort + port });
  const tls = profile !== 'no-extensions' || tlsCert !== undefined;
  return { webmail: { http: at(WEB_PORT), ...(tls && { https: at(SECURE_WEB_PORT) }) } };
}

/** What the files hold now. @throws UsageError where one is missing or cannot be read */
export function credentialsOf({ tlsCert, tlsKey }: ServeOptions): BundledOptions['tlsCredentials'] {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined)
    throw new UsageError('bad-certificate', 'a certificate goes with its key: write --tls-cert FILE --tls-key FILE');
  const credentials = { cert: read('--tls-cert', tlsCert), key: read('--tls-key', tlsKey) };
  for (const [option, file, part] of [
    ['--tls-cert', tlsCert, { cert: credentials.cert }],
    ['--tls-key', tlsKey, { key: credentials.key }],
  ] as const) {
    if (!isTaken(part))
      throw new UsageError('bad-certificate', `${option} ${file} holds none: write a file of PEM (-----BEGIN …)`);
  }
  if (!isTaken(credentials)) {
    throw new UsageError(
      'bad-certificate',
      `--tls-key ${tlsKey} is not the key of --tls-cert ${tlsCert}: write the one that the certificate was made for`,
    );
  }
  return credentials;
}

function read(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError('bad-certificate', `${option} ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Whether the library for TLS can make something of it. */
function isTaken(credentials: { cert?: string; key?: string }): boolean {
  try {
    createSecureContext(credentials);
    return true;
  } catch {
    return false;
  }
}

function tlsOf(options: ServeOptions): Pick<BundledOptions, 'tlsCredentials' | 'tlsStrength'> {
  const tlsCredentials = credentialsOf(options);
  const { tlsOldest } = options;
  return {
    ...(tlsCredentials && { tlsCredentials }),
    ...(tlsOldest && { tlsStrength: { oldest: tlsOldest } }),
  };
}

/** Mail for other domains is handed on only where something was said of it: a server on a desk should not send by accident. */
function relayOf({ trust, relayDns, relayPort, smarthost }: ServeOptions): Pick<BundledOptions, 'relay'> {
  if (trust.length === 0 && relayDns.length === 0 && relayPort === undefined && smarthost === undefined) return {};
  return {
    relay: {
      networks: trust,
      ...(relayDns.length === 0 ? {} : { nameServers: relayDns }),
      ...(relayPort === undefined ? {} : { port: relayPort }),
      ...(smarthost === undefined ? {} : { smarthost: parseSmarthost(smarthost) }),
    },
  };
}

/** `mail.example.test:25`, `[::1]:25`. @throws UsageError */
export function parseSmarthost(written: string): { host: string; port: number } {
  const [, six, name, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(written) ?? [];
  const host = six ?? name;
  if (host === undefined) {
    throw new UsageError('bad-smarthost', `--smarthost ${written} is not understood: write mail.example.test:25`);
  }
  return { host, port: Number(port) };
}
