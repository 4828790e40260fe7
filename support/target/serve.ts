/** `mailspec serve`: the bundled server by itself, on the standard ports plus a base. */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { TargetError } from '../outcome';
import { limitsOf, type ServerOptions, servicesOf, startBundled } from './embedded';
import type { Service, ServiceName } from './target';
import { UsageError } from './usage-error';

export interface ServeAccount {
  address: string;
  password: string;
}

export interface ServeOptions {
  /** Added to each standard port: 2000 makes 2025 of 25. */
  basePort: number;
  /** A file for the mail store; memory without it. */
  data?: string;
  /** Without any: alice, bob and carol at example.test. */
  accounts: readonly ServeAccount[];
  profile?: string;
  defects?: string[];
  log?(line: string): void;
}

export interface Served {
  services: readonly Service[];
  accounts: readonly ServeAccount[];
  domains: readonly string[];
  /** The certificate to trust, PEM. */
  ca: string;
  /** Writes a target file for this server, and the certificate beside it. */
  writeTarget(path: string): void;
  close(): Promise<void>;
}

const STANDARD_PORTS: Readonly<Record<ServiceName, number>> = {
  smtp: 25,
  lmtp: 24,
  submission: 587,
  submissions: 465,
  pop3: 110,
  pop3s: 995,
  imap: 143,
  imaps: 993,
};

const DEFAULT_ACCOUNTS: readonly ServeAccount[] = ['alice', 'bob', 'carol'].map((name) => ({
  address: `${name}@example.test`,
  password: `${name}-secret`,
}));

/**
 * Starts the server and returns at once; it runs until `close`.
 * @throws UsageError for a wrong account, profile or defect; TargetError `port-in-use`, `port-forbidden`
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { profile, defects, data, log } = options;
  const accounts = options.accounts.length === 0 ? DEFAULT_ACCOUNTS : options.accounts;
  const domains = [...new Set(accounts.map(domainOf))];
  const server = await start({
    domains,
    accounts: accounts.map((account) => ({ ...account, keepSecret: true })),
    listen: Object.fromEntries(
      Object.entries(STANDARD_PORTS).map(([name, port]) => [name, { port: options.basePort + port }]),
    ),
    ...(data === undefined ? {} : { data }),
    ...(profile === undefined ? {} : { profile }),
    ...(defects === undefined ? {} : { defects }),
    ...(log === undefined ? {} : { log }),
  });
  const services = servicesOf(server, profile);
  const served = { services, accounts, domains, ca: server.ca };
  return { ...served, writeTarget: (path) => writeTarget(path, served, profile), close: () => server.close() };
}

/** `ADDRESS:PASSWORD`; the password may hold colons. @throws UsageError `account-invalid` */
export function parseAccount(text: string): ServeAccount {
  const [, address, password] = /^([^\s:@]+@[^\s:@]+):(.+)$/.exec(text) ?? [];
  if (address !== undefined && password !== undefined) return { address, password };
  throw new UsageError(
    'account-invalid',
    `${text} is no account; write ADDRESS:PASSWORD, such as a@example.test:secret`,
  );
}

function domainOf({ address }: ServeAccount): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

async function start(options: ServerOptions) {
  try {
    return await startBundled(options);
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') {
      throw new TargetError('port-in-use', `port ${port} is in use; choose another --base-port`);
    }
    if (code === 'EACCES') {
      throw new TargetError('port-forbidden', `port ${port} needs root; choose a --base-port of 1024 or more`);
    }
    throw error;
  }
}

function writeTarget(
  path: string,
  { services, accounts, domains, ca }: Omit<Served, 'writeTarget' | 'close'>,
  profile?: string,
) {
  const certificate = `${basename(path).replace(/\.ya?ml$/, '')}.ca.pem`;
  writeFileSync(join(dirname(path), certificate), ca);
  const { badLogins, errors, connections } = limitsOf(profile);
  const target = {
    name: 'mailspec serve',
    domains,
    accounts,
    disposable: true,
    unknown: `nobody-here@${domains[0]}`,
    services: Object.fromEntries(services.map(({ name, ...service }) => [name, service])),
    tls: { ca: certificate, servername: 'localhost' },
    limits: { 'bad-logins': badLogins, errors, connections },
  };
  writeFileSync(path, stringify(target));
}
