/** imapflow keeps a mailbox: told while it is there, and by QRESYNC when it comes back (RFC 7162 §3.2). */
import assert from 'node:assert/strict';
import type { ImapFlow } from 'imapflow';
import type { Lot } from '../../../support/soak/random';
import type { Setting } from '../client';
import { type Copy, connect, type Keeper, type Line, linesOf, type Name, plain } from './copy';

/** Loses its connections by lot, and comes back. */
export function imapflowKeeper(setting: Setting, lot: Lot): Keeper {
  const kept: Record<Name, Kept> = { INBOX: new Kept(setting, 'INBOX'), Kept: new Kept(setting, 'Kept') };
  const each = async (act: (mailbox: Kept) => Promise<void>) => {
    for (const mailbox of Object.values(kept)) await act(mailbox);
  };
  return {
    uids: true,
    sync: () => each((mailbox) => (lot.chance(50) ? mailbox.leave() : mailbox.hear())),
    copy: async (): Promise<Copy> => {
      // Who was away comes back and is told before it is asked.
      await each((mailbox) => mailbox.hear());
      return { INBOX: kept.INBOX.lines, Kept: kept.Kept.lines };
    },
    close: () => each((mailbox) => mailbox.leave()),
  };
}

class Kept {
  private client: ImapFlow | undefined;
  private readonly flags = new Map<number, string[]>();
  private readonly numbers = new Map<number, string>();
  private known: { uidValidity: bigint; changedSince: bigint } | undefined;

  constructor(
    private readonly setting: Setting,
    private readonly name: Name,
  ) {}

  get lines(): Line[] {
    return [...this.flags].map(([uid, flags]) => ({ uid, flags, number: this.numbers.get(uid) ?? 'none' }));
  }

  /** Takes what there is to be told, and reads what is new. */
  async hear(): Promise<void> {
    if (this.client) await this.client.noop();
    this.client ??= await this.comeBack();
    const { client } = this;
    const last = Math.max(0, ...this.numbers.keys());
    for (const { uid, number, flags } of await linesOf(client, `${last + 1}:*`)) {
      this.numbers.set(uid, number);
      this.flags.set(uid, plain(flags));
    }
    const { mailbox } = client;
    assert.ok(mailbox !== false && mailbox.highestModseq, 'the mailbox keeps no mod-sequences');
    assert.equal(mailbox.exists, this.flags.size, `${this.name} has another count than was told`);
    this.known = { uidValidity: mailbox.uidValidity, changedSince: mailbox.highestModseq };
  }

  async leave(): Promise<void> {
    await this.client?.logout();
    this.client = undefined;
  }

  private async comeBack(): Promise<ImapFlow> {
    const client = await connect(this.setting, { qresync: true });
    client.on('expunge', ({ uid }) => {
      assert.ok(uid, 'QRESYNC is on, and an expunge has no UID');
      this.flags.delete(uid);
      this.numbers.delete(uid);
    });
    client.on('flags', ({ uid, flags }) => {
      assert.ok(uid, 'QRESYNC is on, and changed flags have no UID');
      this.flags.set(uid, plain(flags));
    });
    await client.mailboxOpen(this.name, this.known ?? {});
    return client;
  }
}
