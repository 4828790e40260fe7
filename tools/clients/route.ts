/** The way to somebody else's server: submitted here for another domain, handed on to the mail exchanger that the DNS names (RFC 5321 §5.1). */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Client, Setting } from './client';
import { bundled } from './elsewhere/bundled';
import type { Exchanger } from './elsewhere/exchanger';
import { smtpServer } from './elsewhere/smtp-server';
import { smtpSink } from './elsewhere/smtp-sink';
import { assertHandedOn } from './judge';
import { nodemailer } from './submit/nodemailer';
import { sNail } from './submit/s-nail';
import type { Submitter } from './submit/submitter';
import { swaks } from './submit/swaks';

const SENDERS: readonly Submitter[] = [swaks, nodemailer, sNail];
const EXCHANGERS: readonly Exchanger[] = [smtpServer, smtpSink, bundled];
const DOMAIN = 'elsewhere.test';
const RECIPIENT = `carol@${DOMAIN}`;
/** Loopback addresses of their own: exchangers have one port. */
const [PREFERRED, OTHER] = ['127.0.1.1', '127.0.1.2'] as const;
const PATIENCE = 20_000;

export const routes: Client[] = [
  ...SENDERS.flatMap((sender) => EXCHANGERS.map((exchanger) => arrivesAt(exchanger, sender, PREFERRED))),
  ...EXCHANGERS.map((exchanger) => arrivesAt(exchanger, nodemailer, OTHER)),
];

/** Where the exchanger is the second in preference, nobody is at the first. */
function arrivesAt(exchanger: Exchanger, sender: Submitter, host: string): Client {
  const why = host === OTHER ? ', for the preferred exchanger is away' : '';
  return {
    name: `${sender.name} submits for elsewhere, and ${exchanger.name} gets it${why}`,
    programs: [...(sender.programs ?? []), ...(exchanger.programs ?? [])],
    async use(setting) {
      const { elsewhere, folder, message } = setting;
      const records = [PREFERRED, OTHER].map((address, place) => ({
        address,
        name: `mx${place + 1}.${DOMAIN}`,
        place,
      }));
      for (const { name, address } of records) elsewhere.names.set(name, { records: [{ type: 'A', address }] });
      elsewhere.names.set(DOMAIN, {
        records: records.map(({ name, place }) => ({ type: 'MX', preference: 10 + place, host: name })),
      });
      const inbox = await exchanger.open({ host, port: elsewhere.port, domain: DOMAIN, recipient: RECIPIENT, folder });
      try {
        await submit(sender, setting);
        await untilHandedOn(setting);
        const received = inbox.received();
        assert.equal(received.length, 1, `${received.length} messages have arrived, not 1`);
        assertHandedOn(received[0]!.message, message);
        assert.equal(received[0]!.secure, exchanger.tls, 'TLS is used where it is offered');
      } finally {
        await inbox.close();
      }
    },
  };
}

function submit(sender: Submitter, setting: Setting): Promise<void> {
  const [mechanism] = sender.mechanisms as [string];
  return sender.submit(setting, { way: 'STARTTLS', mechanism, secret: setting.sender.password, to: RECIPIENT });
}

/** Nothing waits any longer, and the sender was told of no trouble. */
async function untilHandedOn({ server, sender }: Setting): Promise<void> {
  for (let waited = 0; server.queue().length > 0; waited += 20) {
    if (waited > PATIENCE) throw new Error(`still in the queue: ${JSON.stringify(server.queue())}`);
    await setTimeout(20);
  }
  assert.deepEqual(server.inbox(sender.address).map(String), []);
}
