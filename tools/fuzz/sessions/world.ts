import assert from 'node:assert/strict';
import { assemble } from '../../../reference-server/assemble';
import type { ServerContext } from '../../../reference-server/context';
import { movableClock } from '../../../reference-server/net/clock';
import { PROTOCOLS, type Serve } from '../../../reference-server/protocols';
import { converse } from './wire';

const ACCOUNTS = ['alice', 'bob'].map((name) => ({ address: `${name}@example.test`, password: 'secret' }));
/** What lies in alice's mailbox, where nobody logs in. */
const KEPT = [1, 2, 3].map((n) => Buffer.from(`Subject: ${n}\r\n\r\ntext of ${n}\r\n`));

/** A whole server without ports, of which bob is free to do what he wants, and alice's mail must stay what it is. */
export class World {
  private readonly serving: Record<'smtp' | 'lmtp' | 'pop3' | 'imap', Serve>;

  private constructor(
    private readonly context: ServerContext,
    private readonly wrong: string[],
  ) {
    this.serving = {
      smtp: PROTOCOLS.smtp.start(context, [])('smtp'),
      lmtp: PROTOCOLS.lmtp.start(context, [])('lmtp'),
      pop3: PROTOCOLS.pop3.start(context, [])('pop3'),
      imap: PROTOCOLS.imap.start(context, [])('imap'),
    };
  }

  static async make(): Promise<World> {
    const wrong: string[] = [];
    const log = (line: string) => {
      // A stack is in the log where something was thrown that nobody foresaw.
      if (/\n\s+at /.test(line)) wrong.push(line);
    };
    const clock = movableClock();
    const limits = { errors: 50, badLogins: 2, messageSize: 256 * 1024, quota: 4 * 1024 * 1024 };
    const context = await assemble({ accounts: ACCOUNTS, tls: 'none', clock, limits, log });
    const world = new World(context, wrong);
    for (const content of KEPT) context.store.messages.append(world.inbox('alice'), [{ content }]);
    return world;
  }

  /** What a client is told that says this. Throws where the server was surprised. */
  async say(protocol: keyof World['serving'], pieces: readonly Buffer[]): Promise<Buffer> {
    const told = await converse(this.serving[protocol], this.context.clock, pieces);
    if (this.wrong.length > 0) throw new Error(this.wrong.splice(0).join('\n'));
    return told;
  }

  /** Alice's mail is what it was. */
  check(): void {
    const { messages } = this.context.store;
    const held = messages.range(this.inbox('alice')).map(({ blob }) => messages.content(blob));
    assert.ok(held.length >= KEPT.length && KEPT.every((one, n) => one.equals(held[n]!)), "alice's mail");
  }

  close(): void {
    this.context.store.close();
  }

  private inbox(name: string): number {
    const { accounts, mailboxes } = this.context.store;
    return mailboxes.inbox(accounts.find(`${name}@example.test`)!.id).id;
  }
}
