import type { Account } from '../target';
import type { Look, Unread } from './look';

/** What became of a message: read, not readable, or of no interest any more. */
export type Taken<M> = { message: M } | Unread | 'passed';

/** The messages of one inbox by what names them for good (a unique-id, a UID, a file's name): each is taken once. */
export class Memory<M = Buffer> {
  private taken = new Map<string, Taken<M>>();
  /** In the order of the inbox. */
  private present: string[] = [];

  /** @returns those that are new to it */
  see(ids: readonly string[]): string[] {
    this.present = distinct(ids);
    this.taken = new Map(
      this.present.flatMap((id): [string, Taken<M>][] => {
        const known = this.taken.get(id);
        return known === undefined ? [] : [[id, known]];
      }),
    );
    return this.present.filter((id) => !this.taken.has(id));
  }

  set(id: string, taken: Taken<M>): void {
    this.taken.set(id, taken);
  }

  /** Of what was seen last. */
  get ids(): readonly string[] {
    return this.present;
  }

  get isEmpty(): boolean {
    return this.taken.size === 0;
  }

  /** All that was seen last is of no interest any more. */
  pass(): void {
    for (const id of this.present) this.taken.set(id, 'passed');
  }

  forget(): void {
    this.taken.clear();
    this.present = [];
  }

  /** The name of a message that is there, and was read, and is so. */
  find(is: (message: M) => boolean): string | undefined {
    return this.present.find((id) => {
      const taken = this.taken.get(id);
      return taken !== undefined && taken !== 'passed' && !('why' in taken) && is(taken.message);
    });
  }

  /** @param read what a message looks like to the reader now: its octets, or why they cannot be told */
  look(read: (message: M) => Buffer | Unread): Look {
    const look: Look = { messages: [], unread: [] };
    for (const id of this.present) {
      const taken = this.taken.get(id);
      if (taken === undefined || taken === 'passed') continue;
      const seen = 'why' in taken ? taken : read(taken.message);
      if (Buffer.isBuffer(seen)) look.messages.push(seen);
      else look.unread.push(seen);
    }
    return look;
  }
}

/** A memory for each account, made when it is first asked for. */
export class Memories<M = Buffer> {
  private readonly known = new WeakMap<Account, Memory<M>>();

  of(account: Account): Memory<M> {
    const memory = this.known.get(account) ?? new Memory<M>();
    this.known.set(account, memory);
    return memory;
  }
}

/** Names that should be distinct and are not are made so: no message is hidden by another. */
function distinct(ids: readonly string[]): string[] {
  const times = new Map<string, number>();
  return ids.map((id) => {
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id} (${time})`;
  });
}
