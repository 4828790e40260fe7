/** A target in words of the command line: where its services are, and two accounts. */
import type { WrittenAccount, WrittenService, WrittenTarget } from './document';
import { insteadOf } from './nearest';
import { PORTS, SERVICES, type ServiceName } from './services';
import { UsageError } from './usage-error';

export interface SpokenTarget {
  /** `smtp://127.0.0.1:2525` */
  urls: readonly string[];
  /** `a@example.test:password`, or `a@example.test:env:NAME` */
  accounts: readonly string[];
  disposable?: boolean;
  /** An address without a mailbox; that of no accounts where nothing is said. */
  unknown?: string;
  /** The PEM file of the authority that its certificates are from. */
  ca?: string;
}

/** Names by which URLs call a service beside its own. */
const ALSO: Readonly<Record<string, ServiceName>> = { smtps: 'submissions' };
const SCHEMES = [...SERVICES, ...Object.keys(ALSO)];

/** Scenarios tell the sender's mailbox from the recipient's. */
const ACCOUNTS = 2;

/** Whether a word of the command line says where a service is. */
export function isServiceUrl(word: string): boolean {
  return /^[a-z0-9]+:\/\//i.test(word);
}

/** @throws UsageError `bad-service` or `bad-account`, with what to write instead */
export function targetInWords({ urls, accounts, disposable, unknown, ca }: SpokenTarget): WrittenTarget {
  const services: Partial<Record<ServiceName, WrittenService>> = {};
  for (const url of urls) {
    const [name, service] = serviceIn(url);
    if (services[name]) throw new UsageError('bad-service', `${url}: ${name} is said twice; a target has one of each`);
    services[name] = service;
  }
  const written = accounts.map(accountIn);
  if (written.length < ACCOUNTS) {
    throw new UsageError(
      'bad-account',
      'two mailboxes are needed, of which the suite may be the only user: --account a@example.test:password --account b@example.test:password',
    );
  }
  const domains = [...new Set(written.map(({ address }) => address.slice(address.lastIndexOf('@') + 1)))];
  const hosts = [...new Set(Object.values(services).map(({ host }) => host!))];
  return {
    name: `the server at ${hosts.join(', ')}`,
    domains,
    accounts: written,
    disposable: disposable ?? false,
    unknown: unknown ?? `nobody-has-this@${domains[0]}`,
    services,
    ...(ca === undefined ? {} : { tls: { ca } }),
  };
}

function serviceIn(word: string): [ServiceName, WrittenService] {
  const [, scheme = '', place = ''] = /^([a-z0-9]+):\/\/(.*?)\/?$/i.exec(word) ?? [];
  const name = ALSO[scheme.toLowerCase()] ?? SERVICES.find((one) => one === scheme.toLowerCase());
  if (name === undefined) {
    const instead = insteadOf(scheme, SCHEMES, `there are ${SCHEMES.join(', ')}`);
    throw new UsageError('bad-service', `${word}: ${scheme} is no service; ${instead}`);
  }
  const [, bracketed, plain, port] = /^(?:\[([\da-f:.]+)\]|([^\s:/@?#]+))(?::(\d{1,5}))?$/i.exec(place) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535) {
    throw new UsageError('bad-service', `${word}: write ${scheme}://127.0.0.1:${PORTS[name]}`);
  }
  return [name, { host, port: Number(port ?? PORTS[name]) }];
}

function accountIn(word: string): WrittenAccount {
  const [, address, password] = /^([^\s:]+@[^\s:@]+):(.+)$/.exec(word) ?? [];
  if (address === undefined || password === undefined) {
    throw new UsageError(
      'bad-account',
      `--account ${word.split(':')[0]}: write a@example.test:password, or a@example.test:env:NAME`,
    );
  }
  return { address, password: password.startsWith('env:') ? { env: password.slice('env:'.length) } : password };
}
