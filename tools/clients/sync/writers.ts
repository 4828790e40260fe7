/** Two sessions that change two mailboxes at random, each with what it knows of them: a seed gives the same again. */
import type { ImapFlow } from 'imapflow';
import type { Lot } from '../../../support/soak/random';
import type { Setting } from '../client';
import { connect, MAILBOXES } from './copy';

type Act = (client: ImapFlow, uids: string) => Promise<unknown>;

/** Flags that every client can keep. */
const FLAGS = ['\\Seen', '\\Flagged', '\\Answered', '\\Draft'];
/** Messages of a mailbox from which on fewer come than go. */
const MANY = 60;
const BY_UID = { uid: true };

export class Writers {
  private written = 0;
  private readonly flags: readonly string[];

  private constructor(
    private readonly sessions: readonly ImapFlow[],
    private readonly lot: Lot,
    more: readonly string[],
  ) {
    this.flags = [...FLAGS, ...more];
  }

  /** @param more flags that they set besides those that every client can keep */
  static async open(setting: Setting, lot: Lot, more: readonly string[]): Promise<Writers> {
    const sessions = [await connect(setting), await connect(setting)];
    await sessions[0]!.mailboxCreate('Kept');
    for (const session of sessions) await session.mailboxOpen('INBOX');
    return new Writers(sessions, lot, more);
  }

  /** One operation by one of the two. */
  async act(): Promise<void> {
    const { lot } = this;
    const client = lot.one(this.sessions);
    if (lot.chance(30)) await client.mailboxOpen(lot.one(MAILBOXES));
    const all = (await client.search({ all: true }, BY_UID)) || [];
    const some = all.filter(() => lot.chance(lot.chance(80) ? 5 : 30));
    if (some.length === 0 || lot.chance(all.length < MANY ? 35 : 10)) await this.append(client);
    else await lot.one(this.acts)(client, some.join(','));
  }

  async close(): Promise<void> {
    for (const session of this.sessions) await session.logout();
  }

  private readonly acts: readonly Act[] = [
    (client, uids) => client.messageFlagsAdd(uids, [this.flag], BY_UID),
    (client, uids) => client.messageFlagsAdd(uids, [this.flag], BY_UID),
    (client, uids) => client.messageFlagsRemove(uids, [this.flag], BY_UID),
    (client, uids) => client.messageFlagsSet(uids, this.someFlags, BY_UID),
    (client, uids) => client.messageDelete(uids, BY_UID),
    (client, uids) => client.messageMove(uids, pathOf(client) === 'INBOX' ? 'Kept' : 'INBOX', BY_UID),
    (client, uids) => client.messageCopy(uids, this.lot.one(MAILBOXES), BY_UID),
  ];

  private async append(client: ImapFlow): Promise<void> {
    this.written++;
    const message = [
      'From: Sender <sender@example.test>',
      `Subject: message ${this.written}`,
      'Date: Mon, 23 Nov 2026 10:00:00 +0000',
      `Message-ID: <${this.written}.sync@example.test>`,
      `X-Number: ${this.written}`,
      '',
      `This is message ${this.written}.`,
      '',
    ];
    await client.append(this.lot.one(MAILBOXES), message.join('\r\n'), this.someFlags);
  }

  private get flag(): string {
    return this.lot.one(this.flags);
  }

  private get someFlags(): string[] {
    return this.flags.filter(() => this.lot.chance(30));
  }
}

function pathOf({ mailbox }: ImapFlow): string {
  return mailbox === false ? '' : mailbox.path;
}
