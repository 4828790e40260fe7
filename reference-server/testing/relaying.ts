/** A relay and the servers that it hands mail to, on addresses of their own, the first preferred. */

import { randomBytes } from 'node:crypto';
import type { RemoteRecipient } from '../delivery/mail';
import { movableClock } from '../net/clock';
import { OwnPlaces } from '../net/own-places';
import type { Smarthost, Timeouts } from '../relay/options';
import type { Parcel } from '../relay/parcel';
import { OPTIONAL, protectionOf, SameProtection } from '../relay/protection';
import { Relay } from '../relay/relay';
import { Routes } from '../relay/routes';
import { DEFAULT_TIMEOUTS } from '../relay/timeouts';
import { type Script, type ScriptedHost, scriptedHost } from './scripted-host';

export const MESSAGE = 'Subject: hi\r\n\r\n.dot\r\n..two\r\nno more\r\n';

export const to = (text: string): RemoteRecipient => {
  const [local = '', domain = ''] = text.split('@');
  return { kind: 'remote', domain, path: { local, domain, text } };
};

export const parcelFor = (content: string, ...recipients: string[]): Parcel => ({
  name: 'id-1',
  envelope: {
    reversePath: { local: 'alice', domain: 'example.test', text: 'alice@example.test' },
    body: '7BIT',
    utf8: /[^\x00-\x7f]/.test(content),
    declaredSize: 0,
  },
  recipients: recipients.map(to),
  content: Buffer.from(content),
});

export interface Attempt {
  readonly outcomes: Array<[kind: string, status: string, why: string]>;
  /** What came to each host until then. */
  readonly lines: string[][];
}

export interface Relaying {
  readonly relay: Relay;
  /** One attempt. */
  send(parcel?: Parcel): Promise<Attempt>;
  close(): void;
}

export interface Around {
  readonly timeouts?: Partial<Timeouts>;
  readonly smarthost?: Partial<Smarthost>;
}

export async function relaying(scripts: readonly (Script | 'refuses')[], around: Around = {}): Promise<Relaying> {
  const hosts: Array<ScriptedHost | undefined> = [];
  let port = 0;
  for (const [i, script] of scripts.entries()) {
    const host = script === 'refuses' ? undefined : await scriptedHost(script, `127.0.5.${i + 1}`, port);
    port ||= host?.port ?? 0;
    hosts.push(host);
  }
  const resolver = {
    mx: async () => ({
      kind: 'found' as const,
      records: hosts.map((_, i) => ({ exchange: `mx${i + 1}.other.test`, preference: i })),
    }),
    addresses: async (host: string) => ({ kind: 'found' as const, records: [`127.0.5.${host[2]}`] }),
  };
  const smarthost = around.smarthost && { host: 'mx1.other.test', port, ...around.smarthost };
  const hostname = 'mail.example.test';
  const relay = new Relay({
    hostname,
    routes: new Routes({ resolver, hostname, own: new OwnPlaces(), random: randomBytes, port }),
    smarthost,
    protections: new SameProtection(smarthost ? protectionOf(smarthost) : OPTIONAL),
    authorities: undefined,
    clock: movableClock(),
    timeouts: { ...DEFAULT_TIMEOUTS, ...around.timeouts },
    dialogue: undefined,
  });
  return {
    relay,
    async send(parcel = parcelFor(MESSAGE, 'bob@other.test')) {
      const outcomes = await relay.attempt('other.test', parcel);
      return {
        outcomes: parcel.recipients.map((recipient) => {
          const { kind, status, why } = outcomes.get(recipient)!;
          return [kind, status, why];
        }),
        lines: hosts.map((host) => host?.lines ?? []),
      };
    },
    close() {
      relay.end();
      for (const host of hosts) host?.close();
    },
  };
}

/** One attempt by a relay of its own. */
export async function attempt(
  scripts: readonly (Script | 'refuses')[],
  parcel?: Parcel,
  around: Around = {},
): Promise<Attempt> {
  const { send, close } = await relaying(scripts, around);
  try {
    return await send(parcel);
  } finally {
    close();
  }
}

export const kinds = ({ outcomes }: Attempt) => outcomes.map(([kind, status]) => `${kind} ${status}`);
