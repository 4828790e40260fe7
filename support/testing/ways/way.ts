/** The bundled server as a target that is only described, with some of its services and one way to read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../presets/free-ports';
import {
  CLIENTS,
  limitsOf,
  type RunningServer,
  type ServerOptions,
  servicesOf,
  startBundled,
  TRUSTED_NETWORKS,
} from '../../targets/embedded';
import { SERVICES } from '../../targets/services';
import type { ServiceName } from '../../targets/target';

export interface Way {
  title: string;
  services: readonly ServiceName[];
  /** What is delivered is laid into Maildirs, too. */
  maildir?: boolean;
  /** How its mail for elsewhere comes to the suite. */
  outside?: 'dns' | 'smarthost';
}

export interface DescribedWay {
  /** The folder of `target.yaml`. */
  directory: string;
  close(): Promise<void>;
}

/** Two sets of three; RFC 1939 §13: the third of each is let in by APOP, the others are not. */
const ACCOUNTS = ['alice', 'bob', 'carol', 'ann', 'ben', 'carl'].map((name, index) => ({
  address: `${name}@example.test`,
  password: index % 3 === 2 ? `${name} has spaces` : `${name}-secret`,
  keepSecret: index % 3 === 2,
  tokens: [{ value: `token.${name}` }, { value: `expired.${name}`, expires: 1 }],
}));

/** Milliseconds: a host may be given three tries, and none that answers takes longer than two seconds. */
const RETRY = 300;
const DELAY_NOTICE = 2_000;
const GIVE_UP = 7_000;
const PATIENCE = 2_500;
const ANSWERS = ['greeting', 'mail', 'rcpt', 'data', 'block', 'end', 'other'] as const;
const TIMES: ServerOptions['relay'] = {
  retry: RETRY,
  delayNotice: [DELAY_NOTICE],
  giveUp: GIVE_UP,
  timeouts: Object.fromEntries(ANSWERS.map((answer) => [answer, PATIENCE])),
};

export async function describeBundled({ services, maildir = false, outside }: Way): Promise<DescribedWay> {
  const directory = mkdtempSync(join(tmpdir(), 'mailspec-way-'));
  // Without a way out for the suite, nothing must leave the machine either: nobody answers there.
  const lead = await leadsBy(outside ?? 'dns');
  const server: RunningServer = await startBundled({
    domains: ['example.test'],
    accounts: ACCOUNTS,
    listen: Object.fromEntries(SERVICES.map((name) => [name, { port: 0 }])),
    relay: { networks: TRUSTED_NETWORKS, ...TIMES, ...lead.relay },
    ...(maildir ? { seams: layingInto(directory, () => server) } : {}),
  });
  const { errors, badLogins, connections } = limitsOf();
  const told = servicesOf(server).filter(({ name }) => services.includes(name));
  writeFileSync(join(directory, 'ca.pem'), server.ca);
  const target = {
    name: 'the bundled server, described',
    domains: ['example.test'],
    accounts: ACCOUNTS.map(({ address, password, tokens: [token, expired] }) => ({
      address,
      password,
      token: token!.value,
      'expired-token': expired!.value,
    })),
    disposable: true,
    unknown: 'nobody@example.test',
    services: Object.fromEntries(told.map(({ name, ...service }) => [name, service])),
    tls: { ca: 'ca.pem', servername: 'localhost' },
    limits: { 'bad-logins': badLogins, errors, connections },
    clients: CLIENTS,
    timing: { retry: `${RETRY}ms`, 'give-up': `${GIVE_UP}ms`, silence: `${PATIENCE}ms` },
    ...(outside ? { outside: lead.written } : {}),
    ...(maildir ? { maildir: 'mail/{address}' } : {}),
  };
  // JSON is YAML.
  writeFileSync(join(directory, 'target.yaml'), JSON.stringify(target));
  return {
    directory,
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What the server and the target file say of the way out. */
async function leadsBy(outside: 'dns' | 'smarthost'): Promise<{ relay: ServerOptions['relay']; written: object }> {
  const [first, second] = await freePorts(2);
  const place = `127.0.0.1:${first}`;
  return outside === 'dns'
    ? { relay: { nameServers: [place], port: second! }, written: { dns: place, 'mx-port': second } }
    : { relay: { smarthost: { host: '127.0.0.1', port: first! } }, written: { smarthost: place } };
}

/** Lays what has come into the inboxes into Maildirs before it is answered for. */
function layingInto(directory: string, server: () => RunningServer): NonNullable<ServerOptions['seams']> {
  const laid = new Map<string, number>();
  for (const { address } of ACCOUNTS) mkdirSync(join(directory, 'mail', address, 'new'), { recursive: true });
  const layAll = () => {
    for (const { address } of ACCOUNTS) {
      const messages = server().inbox(address);
      for (let n = laid.get(address) ?? 0; n < messages.length; n++) {
        writeFileSync(join(directory, 'mail', address, 'new', `${n}.mailspec`), messages[n]!);
      }
      laid.set(address, messages.length);
    }
  };
  const guest = {
    around: async <T>(_session: unknown, _command: unknown, next: () => Promise<T>): Promise<T> => {
      const answer = await next();
      layAll();
      return answer;
    },
  };
  return { smtp: [guest], lmtp: [guest] };
}
