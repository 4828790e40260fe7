/** Delivery into the mailboxes of this server. */

import type { Account } from '../store/types';
import type { Delivery } from './delivery';
import { intoInboxes } from './inboxes';
import { judge } from './judge';
import type { Mail, Path, Recipient } from './mail';
import type { DeliveryParts } from './parts';
import { type Reply, reply } from './reply';
import { withoutReturnPath } from './return-path';
import { reportSuccess } from './success';
import { traceFields } from './trace';
import { trouble } from './trouble';

const FOREIGN = reply(550, '5.7.1', 'I do not relay');
const UNKNOWN = reply(550, '5.1.1', 'There is no such mailbox here');
const FULL = reply(552, '5.2.2', 'The mailbox has no room for it');

export class LocalDelivery implements Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  resolve({ local, domain }: Path): Account | Reply {
    const { directory } = this.parts;
    if (domain === '') return directory.postmaster() ?? UNKNOWN;
    if (!directory.isLocal(domain)) return FOREIGN;
    return directory.resolve(local, domain) ?? UNKNOWN;
  }

  async accept(mail: Mail): Promise<Reply[]> {
    const { id, envelope } = mail;
    try {
      const refused = this.judge(mail);
      if (refused) return verdicts(mail, () => refused);
      const message = this.compose(mail);
      const accounts = this.recipients(mail).map(({ account }) => account);
      const one = mail.verdicts === 'one';
      const fates = await intoInboxes(this.parts.store, accounts, message, one);
      this.parts.log(`delivery: ${id} from <${envelope.reversePath.text}> for ${accounts.length}: ${fates.join(' ')}`);
      const full = new Set(accounts.filter((_, i) => fates[i] === 'full').map((account) => account.id));
      // When one verdict stands for all and one mailbox has no room, nobody got it.
      const failed = ({ account }: Recipient) => (one ? full.size > 0 : full.has(account.id));
      const delivered = envelope.recipients.filter((recipient) => !failed(recipient));
      if (delivered.some(({ notify }) => notify)) await this.report(mail, delivered, message);
      const stored = reply(250, '2.0.0', `Stored as ${id}`);
      return verdicts(mail, (recipient) => (failed(recipient) ? FULL : stored));
    } catch (error) {
      this.parts.log(`delivery: ${id} failed: ${error instanceof Error ? error.stack : error}`);
      return verdicts(mail, () => trouble(error));
    }
  }

  /** The message is delivered, whatever becomes of the report. */
  private async report({ id, envelope }: Mail, delivered: readonly Recipient[], message: Buffer): Promise<void> {
    try {
      await reportSuccess(this.parts, envelope, delivered, message);
    } catch (error) {
      this.parts.log(`dsn: the report on ${id} was not stored: ${error}`);
    }
  }

  judge(mail: Mail): Reply | undefined {
    return judge(mail);
  }

  compose(mail: Mail): Buffer {
    const { hostname, clock } = this.parts;
    return Buffer.concat([Buffer.from(traceFields(mail, hostname, clock.now())), withoutReturnPath(mail.content)]);
  }

  recipients({ envelope }: Mail): readonly Recipient[] {
    return [...new Map(envelope.recipients.map((recipient) => [recipient.account.id, recipient])).values()];
  }
}

/** RFC 2033 §4.2: one for each RCPT that was accepted, also for one that was given twice. */
function verdicts({ envelope, verdicts }: Mail, verdict: (recipient: Recipient) => Reply): Reply[] {
  return (verdicts === 'each' ? envelope.recipients : envelope.recipients.slice(0, 1)).map(verdict);
}
