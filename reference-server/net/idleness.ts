/** Watches how long nothing came, with one timer that is set anew when it finds that something did: cheaper than one for every read. */

import type { Clock } from './clock';

export class Idleness {
  private last: number;
  private cancel: (() => void) | undefined;

  /** Calls back once after `limit` milliseconds of this clock without input, but never while `busy`: then the client waits for us. */
  constructor(
    private readonly clock: Clock,
    private limit: number,
    private readonly busy: () => boolean,
    private readonly callback: () => void,
  ) {
    this.last = clock.now();
    this.watch();
  }

  /** Something came. */
  heard(): void {
    this.last = this.clock.now();
  }

  /** Changes the limit. */
  setLimit(milliseconds: number): void {
    this.limit = milliseconds;
    this.stop();
    this.watch();
  }

  stop(): void {
    this.cancel?.();
  }

  private watch(): void {
    if (!Number.isFinite(this.limit)) return;
    const left = this.last + this.limit - this.clock.now();
    this.cancel = this.clock.after(Math.max(left, 1), () => {
      if (this.busy()) this.heard();
      if (this.clock.now() - this.last >= this.limit) this.callback();
      else this.watch();
    });
  }
}
