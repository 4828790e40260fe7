/** Two servers that know each other by the DNS: Postfix has the mail of one domain, a bundled server that of another. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { startServer } from '../../../reference-server';
import { NameServer } from '../../../support/outside/dns/name-server';
import { startPreset } from '../../../support/presets/presets';
import type { FileDescription } from '../../../support/targets/description';
import { toCrlf } from '../judge';

/** What a client asks of RFC 3461, in nodemailer's words. */
export interface Dsn {
  id: string;
  return: 'headers' | 'full';
  notify: ('success' | 'failure' | 'delay' | 'never')[];
  recipient: string;
}

export interface Side {
  hostname: string;
  domain: string;
  /** Who has a mailbox there, and submits. */
  user: string;
  submit(message: Buffer, to: string, dsn?: Dsn): Promise<void>;
  /** The first message that comes for the user, with CRLF. */
  arrival(): Promise<Buffer>;
}

const ELSEWHERE = 'elsewhere.test';
/** Where the bundled server is the mail exchanger: all have one port, and Postfix is at 127.0.0.1. */
const ADDRESS = '127.0.1.1';
const PATIENCE = 20_000;

export async function withNeighbours(use: (postfix: Side, bundled: Side) => Promise<void>): Promise<void> {
  const preset = await startPreset('postfix', { install: false, log: () => {} });
  try {
    const { settings } = preset.description;
    const names = await NameServer.open(settings.outside!.dns!);
    try {
      const postfix = sideOf(settings);
      names.set(postfix.domain, { records: [{ type: 'MX', preference: 10, host: postfix.hostname }] });
      names.set(postfix.hostname, { records: [{ type: 'A', address: settings.services[0]!.host }] });
      names.set(ELSEWHERE, { records: [{ type: 'MX', preference: 10, host: `mx.${ELSEWHERE}` }] });
      names.set(`mx.${ELSEWHERE}`, { records: [{ type: 'A', address: ADDRESS }] });
      await withBundled(settings, names, (bundled) => use(postfix, bundled));
    } finally {
      await names.close();
    }
  } finally {
    await preset.stop();
  }
}

type Settings = FileDescription['settings'];

function sideOf({ domains, accounts, services, clients, tls, maildir }: Settings): Side {
  const [{ address }] = accounts as [Settings['accounts'][0]];
  const inbox = join(maildir!.replace('{user}', address), 'new');
  const transport = {
    host: services[0]!.host,
    port: services[0]!.port,
    // From where mail for elsewhere is taken.
    localAddress: clients!.trusted,
    requireTLS: true,
    tls: { ca: tls.ca, servername: tls.servername },
  };
  return {
    hostname: `mail.${domains[0]}`,
    domain: domains[0]!,
    user: address,
    submit: (message, to, dsn) => send(transport, { message, from: address, to, dsn }),
    arrival: () =>
      first(() => (existsSync(inbox) ? readdirSync(inbox).map((name) => toCrlf(readFileSync(join(inbox, name)))) : [])),
  };
}

async function withBundled(
  { services, outside }: Settings,
  names: NameServer,
  use: (bundled: Side) => Promise<void>,
): Promise<void> {
  const carol = { address: `carol@${ELSEWHERE}`, password: 'correct horse' };
  const server = await startServer({
    hostname: `mx.${ELSEWHERE}`,
    domains: [ELSEWHERE],
    accounts: [carol],
    relay: { nameServers: [`${names.host}:${names.port}`], port: services[0]!.port },
    listen: { smtp: { host: ADDRESS, port: outside!.mxPort }, submission: { port: 0 } },
  });
  const transport = {
    host: 'localhost',
    port: server.ports.submission,
    requireTLS: true,
    tls: { ca: server.ca },
    auth: { user: carol.address, pass: carol.password },
  };
  try {
    await use({
      hostname: server.hostname,
      domain: ELSEWHERE,
      user: carol.address,
      submit: (message, to, dsn) => send(transport, { message, from: carol.address, to, dsn }),
      arrival: () => first(() => server.inbox(carol.address)),
    });
  } finally {
    await server.close();
  }
}

interface Letter {
  message: Buffer;
  from: string;
  to: string;
  dsn: Dsn | undefined;
}

async function send(options: object, { message, from, to, dsn }: Letter): Promise<void> {
  const transport = createTransport(options);
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw: message, dsn });
  } finally {
    transport.close();
  }
}

async function first(look: () => Buffer[]): Promise<Buffer> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const [message] = look();
    if (message) return message;
    await setTimeout(50);
  }
  throw new Error(`nothing has come within ${PATIENCE} ms`);
}
