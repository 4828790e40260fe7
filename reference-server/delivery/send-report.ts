/** Sends reports on messages to who sent them, with a null reverse-path (RFC 3461 §6.1), into a mailbox here or to another server. */

import { formatDate } from './date';
import { isEightBit } from './eight-bit';
import { intoInboxes } from './inboxes';
import type { Envelope, Path } from './mail';
import type { DeliveryParts } from './parts';
import { buildReport, type RecipientStatus } from './report';

export interface About {
  /** Who sent the message, and what is said of it. */
  reversePath: Path;
  envelopeId?: string | undefined;
  recipients: readonly RecipientStatus[];
  returned: { octets: Buffer; whole: boolean };
}

/** Within the store's present transaction; what cannot be sent is logged. */
export function sendReport(parts: DeliveryParts, { reversePath, envelopeId, recipients, returned }: About): void {
  const { directory, domains, hostname, store, clock, random, outgoing, log } = parts;
  const id = random(12).toString('hex');
  const report = buildReport({
    hostname,
    from: `postmaster@${domains[0]}`,
    to: reversePath.text,
    date: formatDate(clock.now()),
    id,
    envelopeId,
    recipients,
    returned,
  });
  if (!directory.isLocal(reversePath.domain)) {
    if (outgoing) outgoing.add(id, envelopeOf(report), [{ kind: 'remote', ...remote(reversePath) }], report);
    else log(`dsn: <${reversePath.text}> is out of reach`);
    return;
  }
  const sender = directory.resolve(reversePath.local, reversePath.domain);
  if (sender) intoInboxes(store, [sender], Buffer.concat([Buffer.from('Return-Path: <>\r\n'), report]), false);
  else log(`dsn: there is no <${reversePath.text}>`);
}

/** RFC 3461 §6.1: nobody is told what becomes of a report. */
function remote(path: Path) {
  return { domain: path.domain.toLowerCase(), path, notify: ['NEVER'] };
}

function envelopeOf(report: Buffer): Envelope {
  const eightBit = isEightBit(report);
  return {
    reversePath: { local: '', domain: '', text: '' },
    recipients: [],
    body: eightBit ? '8BITMIME' : '7BIT',
    utf8: eightBit,
    declaredSize: 0,
  };
}
