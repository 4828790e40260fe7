/** Reads INBOX by EXAMINE and FETCH, empties it by EXPUNGE; each UID is taken once (RFC 3501 §2.3.1.1). */
import { Blocked } from '../../outcome';
import { type Fetched, ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { Account } from '../target';
import { nulLost, readBinary } from './imap-binary';
import type { InboxReader } from './inbox-reader';
import type { Look, Notice } from './look';
import { Memories, type Memory } from './memory';

/** RFC 3501 §9: a literal is made of CHAR8, which has no NUL. */
const NO_NUL = 'R3501-7.5-4';
const FETCH = 'R3501-6.4.5-c';

export class ImapInbox implements InboxReader {
  private readonly memories = new Memories();
  private knowsUtf8: boolean | undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly notice: Notice,
  ) {}

  look(account: Account, sent?: Buffer): Promise<Look> {
    const memory = this.memories.of(account);
    const nul = sent?.includes(0) ?? false;
    return this.work(account, async (client) => {
      if (nul && (await client.capabilities()).has('BINARY')) return await readBinary(client);
      await this.takeNew(client, memory);
      // One that has NUL in spite of that has come as it is.
      return memory.look((message) => (nul && !message.includes(0) ? { why: nulLost(), message } : message));
    });
  }

  count(account: Account): Promise<number> {
    return this.work(account, (client) => client.examine());
  }

  async pass(account: Account): Promise<void> {
    const memory = this.memories.of(account);
    await this.work(account, async (client) => memory.see(idsOf(await uidsOf(client))));
    memory.pass();
  }

  async empty(account: Account): Promise<void> {
    this.memories.of(account).forget();
    await this.work(account, (client) => client.deleteAll());
  }

  private work<T>(account: Account, action: (client: ImapClient) => Promise<T>): Promise<T> {
    return using(ImapClient.login(this.endpoint, account.login(this.endpoint.service.name)), async (client) => {
      this.knowsUtf8 ??= await client.knowsUtf8();
      if (this.knowsUtf8) await client.takeUtf8();
      const result = await action(client);
      await client.logout();
      return result;
    });
  }

  private async takeNew(client: ImapClient, memory: Memory): Promise<void> {
    // Where nothing is known yet, what there is and what it says are asked in one.
    const all = memory.isEmpty ? await messagesOf(client, '1:*', 'UID BODY.PEEK[]') : await uidsOf(client);
    const ids = idsOf(all);
    const fresh = new Set(memory.see(ids));
    const numbers = [...all.keys()].filter((_, index) => fresh.has(memory.ids[index]!));
    if (numbers.length === 0) return;
    const taken = all.get(numbers[0]!)!.has('BODY[]') ? all : await client.fetch(numbers.join(','), 'BODY.PEEK[]');
    for (const [index, number] of [...all.keys()].entries()) {
      const id = memory.ids[index]!;
      if (fresh.has(id)) memory.set(id, this.takenFrom(taken.get(number)?.get('BODY[]')));
    }
  }

  private takenFrom(message: Buffer | undefined) {
    if (message === undefined) {
      return { why: new Blocked('not-fetched', 'FETCH did not bring a message that is in INBOX', undefined, FETCH) };
    }
    if (message.includes(0)) {
      this.notice({ requirement: NO_NUL, code: 'nul-sent', reason: 'a string that FETCH brought has NUL in it' });
    }
    return { message };
  }
}

/** In the order of INBOX. */
async function messagesOf(client: ImapClient, set: string, items: string): Promise<Map<number, Fetched>> {
  const count = await client.examine();
  if (count === 0) return new Map();
  const told = await client.fetch(set, items);
  return new Map(Array.from({ length: count }, (_, index) => [index + 1, told.get(index + 1) ?? new Map()]));
}

function uidsOf(client: ImapClient): Promise<Map<number, Fetched>> {
  return messagesOf(client, '1:*', 'UID');
}

/** A message of which FETCH tells no UID is known by its number, and by nothing that lasts. */
function idsOf(messages: ReadonlyMap<number, Fetched>): string[] {
  return [...messages].map(([number, items]) => items.get('UID')?.toString('latin1') ?? `without UID: ${number}`);
}
