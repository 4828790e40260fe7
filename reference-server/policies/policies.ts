/** What stands between strangers and the mailboxes: asked in each transaction of those who are neither logged in nor trusted. */

import type { Mail, Path } from '../delivery/mail';
import type { Reply } from '../delivery/reply';
import type { Blocklists } from './blocklists';
import type { ContentCheck } from './content';
import type { Greylist } from './greylist';
import type { Rate } from './rate';
import type { Finding } from './results/field';
import type { Results } from './results/results';
import type { SenderCheck } from './sender';
import type { SenderFinding, Visit } from './visit';

/** Each where it is on. */
export interface PolicyParts {
  readonly rate: Rate | undefined;
  readonly blocklists: Blocklists | undefined;
  readonly greylist: Greylist | undefined;
  readonly sender: SenderCheck | undefined;
  /** What the sender's record forbids is refused; otherwise others ask what it says. */
  readonly forbids: boolean;
  readonly content: ContentCheck | undefined;
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
    const { sender, forbids, blocklists, greylist } = this.parts;
    const listed = await blocklists?.refusal(visit);
    if (listed) return listed;
    const forbidden = forbids ? sender?.refusal(await this.senderOf(visit, sender)) : undefined;
    return forbidden ?? greylist?.refusal(visit, recipient.text.toLowerCase());
  }

  /** The message with what was found of it, or what refuses it. */
  async atEnd(visit: Visit, mail: Mail): Promise<Mail | Reply> {
    const { results, sender, content } = this.parts;
    const found = sender && (await this.senderOf(visit, sender));
    const path = content && sender && (await this.pathOf(visit, sender));
    const seen = await content?.find(mail.content, path);
    const refusal = seen && content?.refusal(seen);
    if (refusal) return refusal;
    const told = found && this.parts.receivedSpf ? sender.tell(mail, found, visit) : mail;
    if (!results) return told;
    const findings: Finding[] = found ? [sender.finding(found)] : [];
    return results.tell(told, seen && content ? [...findings, ...content.findings(seen)] : findings);
  }

  private senderOf(visit: Visit, sender: SenderCheck): Promise<SenderFinding> {
    visit.sender ??= sender.find(visit);
    return visit.sender;
  }

  /** DMARC looks at the reverse-path alone, also where the name in EHLO had the last word (RFC 7489 §4.1). */
  private async pathOf(visit: Visit, sender: SenderCheck): Promise<SenderFinding> {
    const found = await this.senderOf(visit, sender);
    return found.identity === 'helo' && visit.reversePath.text !== '' ? await sender.byPath(visit) : found;
  }
}
