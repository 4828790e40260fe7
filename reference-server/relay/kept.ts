/**
 * Connections that wait a little for another message to the same place: one session may carry several (RFC 5321 §3.3), and greeting, TLS
 * and login are done once for them.
 */

import type { Clock } from '../net/clock';
import type { Dialogue } from './dialogue';
import { leave } from './leave';
import type { Protection } from './protection';
import type { Hop } from './routes';

/** Messages that one connection carries at most: some servers end it behind a number of their own. */
const MOST_MESSAGES = 100;
/** Connections that wait at once, for all places together. */
const MOST_WAITING = 100;

interface Waiting {
  readonly place: string;
  readonly dialogue: Dialogue;
  cancel(): void;
}

export class KeptDialogues {
  /** Who waits longest first. */
  private readonly waiting = new Set<Waiting>();

  /** @param time how long one waits, in milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly time: number,
  ) {}

  /** One that leads there and was alive when it was last heard of. */
  take(hop: Hop, protection: Protection): Dialogue | undefined {
    for (const kept of [...this.waiting].reverse()) {
      if (kept.place !== placeOf(hop, protection)) continue;
      this.drop(kept);
      // Who speaks unasked says farewell (RFC 5321 §3.8).
      if (kept.dialogue.connection.open && kept.dialogue.connection.buffered === 0) return kept.dialogue;
      void leave(kept.dialogue);
    }
    return undefined;
  }

  /** Keeps one that has just carried a message, or says goodbye where it should carry no more. */
  keep(hop: Hop, protection: Protection, dialogue: Dialogue): void {
    if (this.time === 0 || dialogue.carried === 0 || dialogue.carried >= MOST_MESSAGES) return void leave(dialogue);
    const [oldest] = this.waiting;
    if (oldest && this.waiting.size >= MOST_WAITING) this.end(oldest);
    const kept: Waiting = {
      place: placeOf(hop, protection),
      dialogue,
      cancel: this.clock.after(this.time, () => this.end(kept)),
    };
    this.waiting.add(kept);
  }

  /** Says goodbye on none of them: whoever calls it breaks all connections off. */
  forget(): void {
    for (const kept of this.waiting) this.drop(kept);
  }

  private end(kept: Waiting): void {
    this.drop(kept);
    void leave(kept.dialogue);
  }

  private drop(kept: Waiting): void {
    kept.cancel();
    this.waiting.delete(kept);
  }
}

/** The name too: TLS was agreed on under it, and reports call the server by it. What was asked of TLS goes with it. */
function placeOf({ name, address, port }: Hop, { key }: Protection): string {
  return `${name} ${address} ${port} ${key}`;
}
