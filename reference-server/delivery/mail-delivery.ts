/** Delivery into the mailboxes of this server, and into the queue for others. */

import type { Delivery } from './delivery';
import { intoInboxes } from './inboxes';
import { judge } from './judge';
import {
  type Destination,
  distinct,
  isLocal,
  isRemote,
  type LocalRecipient,
  type Mail,
  type Path,
  type Recipient,
} from './mail';
import type { DeliveryParts } from './parts';
import { type Reply, reply } from './reply';
import { withoutReturnPath } from './return-path';
import { tell, written } from './story';
import { reportSuccess } from './success';
import { received, returnPath } from './trace';
import { trouble } from './trouble';

const FOREIGN = reply(550, '5.7.1', 'I do not relay');
const UNKNOWN = reply(550, '5.1.1', 'There is no such mailbox here');
const FULL = reply(552, '5.2.2', 'The mailbox has no room for it');

export class MailDelivery implements Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  resolve({ local, domain }: Path, mayRelay: boolean): Destination | Reply {
    const { directory, outgoing } = this.parts;
    if (domain !== '' && !directory.isLocal(domain))
      return mayRelay && outgoing ? { kind: 'remote', domain: domain.toLowerCase() } : FOREIGN;
    const account = domain === '' ? directory.postmaster() : directory.resolve(local, domain);
    return account ? { kind: 'local', account } : UNKNOWN;
  }

  async accept(mail: Mail): Promise<Reply[]> {
    const { id, envelope } = mail;
    try {
      const refused = this.judge(mail);
      if (refused) return verdicts(mail, () => refused);
      const recipients = this.recipients(mail);
      if (this.isHeld(mail)) return await this.hold(mail, recipients);
      const message = this.compose(mail);
      const full = await this.keep(mail, recipients, message);
      // When one verdict stands for all and one mailbox has no room, nobody got it.
      const one = mail.verdicts === 'one' && full.size > 0;
      const failed = (recipient: Recipient) => one || (isLocal(recipient) && full.has(recipient.account.id));
      const delivered = envelope.recipients.filter(isLocal).filter((recipient) => !failed(recipient));
      if (delivered.some(({ notify }) => notify)) await this.report(mail, delivered, message);
      const stored = reply(250, '2.0.0', `Stored as ${id}`);
      return verdicts(mail, (recipient) => (failed(recipient) ? FULL : stored));
    } catch (error) {
      this.parts.log(`delivery: ${id} failed: ${error instanceof Error ? error.stack : error}`);
      return verdicts(mail, () => trouble(error));
    }
  }

  /** RFC 4865 §4.2: whoever it is for, it is not released before its time. */
  private isHeld({ envelope: { hold } }: Mail): boolean {
    return hold !== undefined && hold.until > this.parts.clock.now();
  }

  private async hold(mail: Mail, recipients: readonly Recipient[]): Promise<Reply[]> {
    const { store, outgoing } = this.parts;
    const { id, envelope } = mail;
    await store.grouped(() => {
      outgoing!.add(id, envelope, recipients, this.passOn(mail));
      const [sender, paths] = [written([envelope.reversePath]), written(recipients.map(({ path }) => path))];
      tell(
        this.parts,
        id,
        `accepted from ${sender} for ${paths}, held until ${new Date(envelope.hold!.until).toISOString()}`,
      );
    });
    return verdicts(mail, () => reply(250, '2.0.0', `Held as ${id}`));
  }

  /** Mailboxes and queue in one transaction; gives the ids of the accounts that have no room. */
  private keep(mail: Mail, recipients: readonly Recipient[], message: Buffer): Promise<Set<number>> {
    const { store, outgoing } = this.parts;
    const accounts = recipients.filter(isLocal).map(({ account }) => account);
    const elsewhere = recipients.filter(isRemote);
    const one = mail.verdicts === 'one';
    return store.grouped(() => {
      const fates = intoInboxes(store, accounts, message, one);
      const full = new Set(accounts.filter((_, i) => fates[i] === 'full').map(({ id }) => id));
      if (elsewhere.length > 0 && !(one && full.size > 0))
        outgoing?.add(mail.id, mail.envelope, elsewhere, this.passOn(mail));
      this.tellOf(mail, recipients, full);
      return full;
    });
  }

  private tellOf({ id, envelope, verdicts }: Mail, recipients: readonly Recipient[], full: ReadonlySet<number>): void {
    const [sender, paths] = [written([envelope.reversePath]), written(recipients.map(({ path }) => path))];
    const refused = verdicts === 'one' && full.size > 0;
    tell(
      this.parts,
      id,
      refused ? `refused from ${sender}: a mailbox is full` : `accepted from ${sender} for ${paths}`,
    );
    if (refused) return;
    for (const { path, account } of recipients.filter(isLocal)) {
      const fate = full.has(account.id) ? 'refused for' : 'delivered to';
      tell(this.parts, id, `${fate} ${written([path])}: the mailbox of ${account.address}`);
    }
  }

  /** The message is delivered, whatever becomes of the report. */
  private async report(mail: Mail, delivered: readonly LocalRecipient[], message: Buffer): Promise<void> {
    try {
      await reportSuccess(this.parts, mail, delivered, message);
    } catch (error) {
      this.parts.log(`dsn: the report on ${mail.id} was not stored: ${error}`);
    }
  }

  judge(mail: Mail): Reply | undefined {
    return judge(mail);
  }

  compose(mail: Mail): Buffer {
    const trace = returnPath(mail.envelope) + received(mail, this.parts.hostname, this.parts.clock.now());
    return Buffer.concat([Buffer.from(trace), withoutReturnPath(mail.content)]);
  }

  /** RFC 5321 §4.4: a relay does not look for fields that a final delivery would take out. */
  passOn(mail: Mail): Buffer {
    return Buffer.concat([Buffer.from(received(mail, this.parts.hostname, this.parts.clock.now())), mail.content]);
  }

  recipients({ envelope }: Mail): readonly Recipient[] {
    return distinct(envelope.recipients);
  }
}

/** RFC 2033 §4.2: one for each RCPT that was accepted, also for one that was given twice. */
function verdicts({ envelope, verdicts }: Mail, verdict: (recipient: Recipient) => Reply): Reply[] {
  return (verdicts === 'each' ? envelope.recipients : envelope.recipients.slice(0, 1)).map(verdict);
}
