/** Reads a maildrop by RETR and empties it by DELE (RFC 1939 §5); what has a unique-id is taken once (§7). */
import { setTimeout as wait } from 'node:timers/promises';
import { Blocked, OutcomeError } from '../../outcome';
import { hasUtf8Header } from '../../utf8-header';
import type { Pop3Payload } from '../../wire/framing/pop3';
import { Pop3Client } from '../client/pop3-client';
import { type Endpoint, using } from '../client/reach';
import type { Account } from '../target';
import type { DotTrial } from './dot-trial';
import type { InboxReader } from './inbox-reader';
import type { Look, Notice, Unread } from './look';
import { Memories, type Memory } from './memory';

/** RFC 1939 §3: a line that begins with a dot gets another. */
const STUFFING = 'R1939-3-e';
/** How often a look begins anew after a message that ended the session. */
const SESSIONS = 20;

export class Pop3Inbox implements InboxReader {
  private readonly memories = new Memories<Pop3Payload>();
  /** It was seen not to double a dot: where two stand, nobody knows any more which of them is the message's. */
  private undoubled = false;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly notice: Notice,
    /** Tried once, when it first matters. */
    private dots?: DotTrial,
  ) {}

  async look(account: Account, sent?: Buffer): Promise<Look> {
    const memory = this.memories.of(account);
    // RFC 6856 §3: a header in UTF-8 is kept from a client that has not said UTF8.
    const utf8 = sent !== undefined && hasUtf8Header(sent);
    // What came without UTF8 was refused, or a surrogate.
    if (utf8) memory.forget();
    for (let session = 0; session < SESSIONS; session++) {
      if (await this.work(account, (client) => this.takeNew(client, memory, session === 0), utf8)) break;
    }
    if (memory.find(({ doubled }) => doubled > 0) !== undefined) await this.tryDots(account);
    return memory.look((message) => this.read(message));
  }

  count(account: Account): Promise<number> {
    return this.work(account, async (client) => {
      const count = await client.count();
      await client.quit();
      return count;
    });
  }

  async pass(account: Account): Promise<void> {
    const memory = this.memories.of(account);
    await this.work(account, async (client) => {
      await this.list(client, memory);
      await client.quit();
    });
    memory.pass();
  }

  async empty(account: Account): Promise<void> {
    this.memories.of(account).forget();
    await this.work(account, (client) => client.deleteAll());
  }

  private work<T>(account: Account, action: (client: Pop3Client) => Promise<T>, utf8 = false): Promise<T> {
    return using(Pop3Client.login(this.endpoint, account.login(this.endpoint.service.name), { utf8 }), action);
  }

  /** @returns by id the number of each message that is new */
  private async list(client: Pop3Client, memory: Memory<Pop3Payload>, first = true): Promise<Map<string, string>> {
    const listed = await client.list();
    const unique = listed.length === 0 ? new Map<string, string>() : await client.uniqueIds();
    // Without unique-ids nothing tells a message from the one that had its number in an earlier session.
    if (unique === undefined && first) memory.forget();
    const ids = listed.map(([number = '', size]) => `${unique?.get(number) ?? number} ${size}`);
    const fresh = new Set(memory.see(ids));
    const named = memory.ids.map((id, index): [string, string] => [id, listed[index]![0]!]);
    return new Map(named.filter(([id]) => fresh.has(id)));
  }

  /** @returns whether all could be asked for; otherwise the session came to its end before */
  private async takeNew(client: Pop3Client, memory: Memory<Pop3Payload>, first: boolean): Promise<boolean> {
    let last: string | undefined;
    for (const [id, number] of await this.list(client, memory, first)) {
      try {
        await client.retrieve(number);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        const behind = last !== undefined && error.code === 'malformed-reply';
        memory.set(behind ? last! : id, { why: behind ? this.cut(error) : error });
        if (error.code === 'refused') continue;
        return false;
      }
      try {
        memory.set(id, { message: this.checkStuffed(await client.message()) });
        last = id;
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        memory.set(id, { why: error });
        return false;
      }
    }
    await client.finish().catch((error: unknown) => {
      if (!(error instanceof Blocked)) throw error;
      if (last !== undefined && error.code === 'malformed-reply') memory.set(last, { why: this.cut(error) });
    });
    return true;
  }

  private async tryDots(account: Account): Promise<void> {
    if (this.dots === undefined || this.undoubled) return;
    const { send, isOurs } = this.dots;
    this.dots = undefined;
    const memory = this.memories.of(account);
    try {
      const end = performance.now() + this.endpoint.timeout;
      for (await send(account); performance.now() < end; await wait(50)) {
        await this.look(account);
        const id = memory.find(({ lines }) => isOurs(lines));
        if (id !== undefined) return await this.remove(account, id);
      }
    } catch (error) {
      // It only was to make sure.
      if (!(error instanceof OutcomeError)) throw error;
    }
  }

  private async remove(account: Account, id: string): Promise<void> {
    const memory = this.memories.of(account);
    await this.work(account, async (client) => {
      const listed = await client.list();
      await client.delete(listed[memory.ids.indexOf(id)]![0]!);
      await client.finish();
    });
    memory.set(id, 'passed');
  }

  private read({ lines, doubled }: Pop3Payload): Buffer | Unread {
    const message = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]));
    if (!this.undoubled || doubled === 0) return message;
    const why = 'POP3 does not double the dot at the beginning of each line: what two dots stand for cannot be told';
    return { why: new Blocked('dots-in-doubt', why, undefined, STUFFING), message };
  }

  private checkStuffed(message: Pop3Payload): Pop3Payload {
    if (message.undoubled > 0) this.notStuffed('a line of a message began with one dot that was not doubled');
    return message;
  }

  /** What was taken for the end of a message was a line of it. */
  private cut({ detail }: Blocked): Blocked {
    const reason = 'a message went on behind a line that was a single dot';
    this.notStuffed(reason, detail);
    return new Blocked('malformed-payload', `RETR: ${reason}`, detail, STUFFING);
  }

  private notStuffed(reason: string, detail?: string): void {
    this.undoubled = true;
    this.notice({ requirement: STUFFING, code: 'not-stuffed', reason, ...(detail === undefined ? {} : { detail }) });
  }
}
