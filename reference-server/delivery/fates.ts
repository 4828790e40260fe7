/** What became of those that a message is for: what its client is told of it, and what its sender hears later. */

import { behind } from './behind';
import { type FinalRecipient, isLocal, type Mail, type Recipient } from './mail';
import { type Reply, reply } from './reply';

export const UNKNOWN = reply(550, '5.1.1', 'There is no such mailbox here');
const FULL = reply(552, '5.2.2', 'The mailbox has no room for it');

export interface Failed {
  readonly recipient: FinalRecipient;
  readonly why: Reply;
}

export class Fates {
  private ofAll: { refusal: Reply | undefined } | undefined;

  /** @param full the ids of the accounts that have no room */
  constructor(
    private readonly mail: Mail,
    private readonly full: ReadonlySet<number>,
  ) {}

  /** What keeps the message from one of those who are to get it. */
  obstacle(recipient: FinalRecipient): Reply | undefined {
    if (recipient.kind === 'nobody') return UNKNOWN;
    return isLocal(recipient) && this.full.has(recipient.account.id) ? FULL : undefined;
  }

  /**
   * What the client is told of somebody whom it has named, where that is not that the message was taken: nobody got it of those for whom
   * the verdict stands. Where some did, it was taken (RFC 5321 §4.4).
   */
  refusal(recipient: Recipient): Reply | undefined {
    const { verdicts, envelope } = this.mail;
    if (verdicts === 'each') return this.refusalOf(behind(recipient));
    // Found once: it is asked for each of a thousand.
    this.ofAll ??= { refusal: this.refusalOf(envelope.recipients.flatMap(behind)) };
    return this.ofAll.refusal;
  }

  /** Where all of them have an obstacle. */
  private refusalOf(judged: readonly FinalRecipient[]): Reply | undefined {
    const obstacles = judged.map((one) => this.obstacle(one));
    return obstacles.every((obstacle) => obstacle !== undefined) ? obstacles[0] : undefined;
  }

  /** Those who did not get what was taken: the sender hears of them by mail (RFC 5321 §4.4). */
  failed(): Failed[] {
    return this.taken().flatMap((recipient) => {
      const why = this.obstacle(recipient);
      return why ? [{ recipient, why }] : [];
    });
  }

  /** Those into whose mailboxes it went. */
  delivered(): FinalRecipient[] {
    return this.taken().filter((recipient) => isLocal(recipient) && !this.obstacle(recipient));
  }

  /** Those in whose place it went to several others. */
  expanded(): Recipient[] {
    return this.mail.envelope.recipients.filter(
      (recipient) => recipient.kind === 'alias' && recipient.targets.length > 1 && !this.refusal(recipient),
    );
  }

  private taken(): FinalRecipient[] {
    return this.mail.envelope.recipients.filter((recipient) => !this.refusal(recipient)).flatMap(behind);
  }
}
