/** Delivery into the mailboxes of this server, and into the queue for others. */

import { distinct } from './behind';
import type { Delivery } from './delivery';
import { destinationHere } from './destination';
import { Fates, UNKNOWN } from './fates';
import { intoInboxes } from './inboxes';
import { judge } from './judge';
import { type Destination, type FinalRecipient, isLocal, isRemote, type Mail, type Path, type Recipient } from './mail';
import type { DeliveryParts } from './parts';
import { type Reply, reply } from './reply';
import { withoutReturnPath } from './return-path';
import { sendReport } from './send-report';
import { tell, written } from './story';
import { reportSuccess } from './success';
import { received, returnPath } from './trace';
import { trouble } from './trouble';

const FOREIGN = reply(550, '5.7.1', 'I do not relay');

export class MailDelivery implements Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  resolve(path: Path, mayRelay: boolean): Destination | Reply {
    const { directory, outgoing } = this.parts;
    if (path.domain !== '' && !directory.isLocal(path.domain))
      return mayRelay && outgoing ? { kind: 'remote', domain: path.domain.toLowerCase() } : FOREIGN;
    return destinationHere(this.parts, path) ?? UNKNOWN;
  }

  async accept(mail: Mail): Promise<Reply[]> {
    const { id } = mail;
    try {
      const refused = this.judge(mail);
      if (refused) return verdicts(mail, () => refused);
      const recipients = this.recipients(mail);
      if (this.isHeld(mail)) return await this.hold(mail, recipients);
      const message = this.compose(mail);
      const fates = await this.keep(mail, recipients, message);
      await reportSuccess(this.parts, mail, { delivered: fates.delivered(), expanded: fates.expanded() }, message);
      const stored = reply(250, '2.0.0', `Stored as ${id}`);
      return verdicts(mail, (recipient) => fates.refusal(recipient) ?? stored);
    } catch (error) {
      this.parts.log(`delivery: ${id} failed: ${error instanceof Error ? error.stack : error}`);
      return verdicts(mail, () => trouble(error));
    }
  }

  /** RFC 4865 §4.2: whoever it is for, it is not released before its time. */
  private isHeld({ envelope: { hold } }: Mail): boolean {
    return hold !== undefined && hold.until > this.parts.clock.now();
  }

  private async hold(mail: Mail, recipients: readonly FinalRecipient[]): Promise<Reply[]> {
    const { store, outgoing } = this.parts;
    const { id, envelope } = mail;
    const fates = new Fates(mail, new Set());
    const message = this.passOn(mail);
    await store.grouped(() => {
      outgoing!.add(id, envelope, [...recipients.filter(isLocal), ...recipients.filter(isRemote)], message);
      this.reportFailed(mail, fates);
      const [sender, paths] = [written([envelope.reversePath]), written(recipients.map(({ path }) => path))];
      tell(
        this.parts,
        id,
        `accepted from ${sender} for ${paths}, held until ${new Date(envelope.hold!.until).toISOString()}`,
      );
    });
    await reportSuccess(this.parts, mail, { delivered: [], expanded: fates.expanded() }, message);
    return verdicts(mail, () => reply(250, '2.0.0', `Held as ${id}`));
  }

  /** Mailboxes, queue, and word of those who did not get it, in one transaction. */
  private keep(mail: Mail, recipients: readonly FinalRecipient[], message: Buffer): Promise<Fates> {
    const { store, outgoing } = this.parts;
    const accounts = recipients.filter(isLocal).map(({ account }) => account);
    const elsewhere = recipients.filter(isRemote);
    return store.grouped(() => {
      const stored = intoInboxes(store, accounts, message);
      const fates = new Fates(mail, new Set(accounts.filter((_, i) => stored[i] === 'full').map(({ id }) => id)));
      if (elsewhere.length > 0) outgoing?.add(mail.id, mail.envelope, elsewhere, this.passOn(mail));
      this.tellOf(mail, recipients, fates);
      this.reportFailed(mail, fates);
      return fates;
    });
  }

  private tellOf({ id, envelope }: Mail, recipients: readonly FinalRecipient[], fates: Fates): void {
    const sender = written([envelope.reversePath]);
    const named = envelope.recipients;
    const refusals = named.map((recipient) => fates.refusal(recipient));
    const refused = refusals.every((refusal) => refusal !== undefined);
    const paths = written(recipients.map(({ path }) => path));
    tell(
      this.parts,
      id,
      refused ? `refused from ${sender}: ${refusals[0]!.lines[0]}` : `accepted from ${sender} for ${paths}`,
    );
    if (refused) return;
    for (const recipient of recipients) {
      const why = fates.obstacle(recipient);
      const whom = written([recipient.path]);
      if (why) tell(this.parts, id, `not delivered to ${whom}: ${why.lines[0]!}`);
      else if (isLocal(recipient))
        tell(this.parts, id, `delivered to ${whom}: the mailbox of ${recipient.account.address}`);
    }
  }

  private reportFailed(mail: Mail, fates: Fates): void {
    const failed = fates.failed();
    if (failed.length === 0) return;
    const { id: name, envelope } = mail;
    const arrived = this.parts.clock.now();
    const news = failed.map(({ recipient, why }) => {
      return { recipient, action: 'failed', status: why.enhanced!, why: why.lines[0]!, lastAttempt: arrived } as const;
    });
    sendReport(this.parts, { name, envelope, arrived, content: this.passOn(mail) }, news);
  }

  judge(mail: Mail): Reply | undefined {
    return judge(mail);
  }

  compose(mail: Mail): Buffer {
    const trace = returnPath(mail.envelope) + this.trace(mail);
    return Buffer.concat([Buffer.from(trace), withoutReturnPath(mail.content)]);
  }

  /** RFC 5321 §4.4: a relay does not look for fields that a final delivery would take out. */
  passOn(mail: Mail): Buffer {
    return Buffer.concat([Buffer.from(this.trace(mail)), mail.content]);
  }

  /** RFC 8601 §4: what was found stands above the other trace fields. */
  private trace(mail: Mail): string {
    return (mail.trace ?? '') + received(mail, this.parts.hostname, this.parts.clock.now());
  }

  recipients({ envelope }: Mail): readonly FinalRecipient[] {
    return distinct(envelope.recipients);
  }
}

/** RFC 2033 §4.2: one for each RCPT that was accepted, also for one that was given twice. */
function verdicts({ envelope, verdicts }: Mail, verdict: (recipient: Recipient) => Reply): Reply[] {
  return (verdicts === 'each' ? envelope.recipients : envelope.recipients.slice(0, 1)).map(verdict);
}
