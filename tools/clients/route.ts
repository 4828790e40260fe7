/** The way to somebody else's server: submitted here for another domain, handed on to the mail exchanger that the DNS names (RFC 5321 §5.1). */
import assert from 'node:assert/strict';
import type { Client, Setting } from './client';
import { bundled } from './elsewhere/bundled';
import type { Exchanger } from './elsewhere/exchanger';
import { openElsewhere, type Preference, RECIPIENT, untilQueueIsEmpty } from './elsewhere/open';
import { smtpServer } from './elsewhere/smtp-server';
import { smtpSink } from './elsewhere/smtp-sink';
import { assertHandedOn } from './judge';
import { nodemailer } from './submit/nodemailer';
import { sNail } from './submit/s-nail';
import type { Submitter } from './submit/submitter';
import { swaks } from './submit/swaks';

const SENDERS: readonly Submitter[] = [swaks, nodemailer, sNail];
const EXCHANGERS: readonly Exchanger[] = [smtpServer, smtpSink, bundled];

export const routes: Client[] = [
  ...SENDERS.flatMap((sender) => EXCHANGERS.map((exchanger) => arrivesAt(exchanger, sender, 'preferred'))),
  ...EXCHANGERS.map((exchanger) => arrivesAt(exchanger, nodemailer, 'other')),
];

function arrivesAt(exchanger: Exchanger, sender: Submitter, place: Preference): Client {
  const why = place === 'other' ? ', for the preferred exchanger is away' : '';
  return {
    name: `${sender.name} submits for elsewhere, and ${exchanger.name} gets it${why}`,
    programs: [...(sender.programs ?? []), ...(exchanger.programs ?? [])],
    async use(setting) {
      const inbox = await openElsewhere(setting, exchanger, place);
      try {
        await submit(sender, setting);
        await untilQueueIsEmpty(setting);
        const received = inbox.received();
        assert.equal(received.length, 1, `${received.length} messages have arrived, not 1`);
        assertHandedOn(received[0]!.message, setting.message);
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
