/** What `mailspec serve` was asked, and what the bundled server is started with. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
  writeTarget?: string;
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
    ...(connections === undefined ? {} : { limits: { connections } }),
    defects: defect,
    ...relayOf(options),
    log,
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
