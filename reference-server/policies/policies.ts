/** What stands between strangers and the mailboxes: asked in each transaction of those who are neither logged in nor trusted. */

import type { Mail, Path } from '../delivery/mail';
import type { Reply } from '../delivery/reply';
import type { Blocklists } from './blocklists';
import type { Greylist } from './greylist';
import type { Rate } from './rate';
import type { Finding } from './results/field';
import type { Results } from './results/results';
import type { SenderCheck } from './sender';
import type { Visit } from './visit';

/** Each where it is on. */
export interface PolicyParts {
  readonly rate: Rate | undefined;
  readonly blocklists: Blocklists | undefined;
  readonly greylist: Greylist | undefined;
  readonly sender: SenderCheck | undefined;
  readonly results: Results | undefined;
  readonly receivedSpf: boolean;
}

export class Policies {
  constructor(private readonly parts: PolicyParts) {}

  /** What refuses a transaction. */
  atSender(visit: Visit): Reply | undefined {
    return this.parts.rate?.refusal(visit);
  }

  /** What refuses a recipient. What refuses for good comes before what puts off. */
  async atRecipient(visit: Visit, recipient: Path): Promise<Reply | undefined> {
    const { sender, blocklists, greylist } = this.parts;
    const listed = await blocklists?.refusal(visit);
    if (listed) return listed;
    const forbidden = sender?.refusal(await this.senderOf(visit, sender));
    return forbidden ?? greylist?.refusal(visit, recipient.text.toLowerCase());
  }

  /** The message with what was found of it, or what refuses it. */
  async atEnd(visit: Visit, mail: Mail): Promise<Mail | Reply> {
    const { results, sender } = this.parts;
    const found = sender && (await this.senderOf(visit, sender));
    const told = found && this.parts.receivedSpf ? sender.tell(mail, found, visit) : mail;
    if (!results) return told;
    const findings: Finding[] = found ? [sender.finding(found)] : [];
    return results.tell(told, findings);
  }

  private senderOf(visit: Visit, sender: SenderCheck) {
    visit.sender ??= sender.find(visit);
    return visit.sender;
  }
}
