/** A server of this process with one account, into which messages are put and from which they are read whole. */
import { assemble } from '../../reference-server/assemble';
import type { ServerContext } from '../../reference-server/context';
import { movableClock } from '../../reference-server/net/clock';
import { PROTOCOLS, type Serve } from '../../reference-server/protocols';
import { Ledger } from '../../support/witness/ledger';
import { hear } from '../../support/witness/witness';
import { readByImap, removeByPop3 } from './reading';
import { Talk } from './talk';
import type { Text } from './text';

const READER = { address: 'reader@example.test', password: 'secret' };

/** What is wrong with what the server told of some messages. */
export interface Finding {
  messages: string[];
  what: string;
}

export class Library {
  private readonly serving: Record<'imap' | 'pop3', Serve>;

  private constructor(private readonly context: ServerContext) {
    this.serving = {
      imap: PROTOCOLS.imap.start(context, [])('imap'),
      pop3: PROTOCOLS.pop3.start(context, [])('pop3'),
    };
  }

  static async open(): Promise<Library> {
    const limits = { messageSize: 4 << 20, quota: 64 << 20 };
    return new Library(await assemble({ accounts: [READER], tls: 'none', clock: movableClock(), limits }));
  }

  close(): void {
    this.context.store.close();
  }

  /** Appends them, reads each whole by IMAP and by POP3, and removes them; every response is held against the witness. */
  async read(texts: readonly Text[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    const find = (messages: string[], what: string) => findings.push({ messages, what });
    let there = texts;
    for (const [protocol, play] of [
      ['imap', readByImap],
      ['pop3', removeByPop3],
    ] as const) {
      const talk = new Talk(protocol, this.serving[protocol], this.context.clock);
      try {
        await talk.greeting();
        there = await play(talk, there, READER, (text, what) => find([text.name], `${protocol}: ${what}`));
        await talk.end();
      } catch (error) {
        find(
          there.map(({ name }) => name),
          `${protocol}: ${(error as Error).message}`,
        );
      }
      const ledger = new Ledger();
      hear(talk.recording, ledger);
      for (const { rule, reason, detail } of ledger.broken)
        find(
          there.map(({ name }) => name),
          `${rule}: ${reason}\n${detail}`,
        );
    }
    return findings;
  }
}
