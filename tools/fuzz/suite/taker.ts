import { ByteQueue } from '../../../support/wire/byte-queue';
import type { Frame } from '../../../support/wire/framing/frame';

/** Takes one unit after the other from octets as they come, as the suite's connections do. */
export class Taker {
  readonly units: unknown[] = [];
  private readonly queue = new ByteQueue();
  private frame: Frame<unknown> | undefined;

  constructor(private readonly next: (taken: readonly unknown[]) => Frame<unknown>) {}

  push(octets: Buffer): void {
    this.queue.push(octets);
    for (;;) {
      this.frame ??= this.next(this.units);
      const taken = this.frame.take(this.queue.view());
      if (!taken) return;
      this.units.push(taken.value);
      this.queue.take(taken.octets);
      this.frame = undefined;
      // As a session does: when nothing is left, nothing more is looked for.
      if (this.queue.length === 0) return;
    }
  }
}
