/**
 * What has arrived and was not read yet. Octets are appended and taken from the front; a taken slice stays valid because
 * storage is never moved in place, only replaced by one twice as large.
 */
export class ByteQueue {
  private store: Buffer = Buffer.alloc(0);
  private start = 0;
  private end = 0;

  get length(): number {
    return this.end - this.start;
  }

  push(chunk: Buffer): void {
    if (this.start === this.end) {
      this.store = chunk;
      this.start = 0;
      this.end = chunk.length;
      return;
    }
    if (this.end + chunk.length > this.store.length) {
      const grown = Buffer.allocUnsafe(Math.max((this.length + chunk.length) * 2, 4096));
      this.store.copy(grown, 0, this.start, this.end);
      this.end -= this.start;
      this.start = 0;
      this.store = grown;
    }
    chunk.copy(this.store, this.end);
    this.end += chunk.length;
  }

  /** All unread octets; valid until taken, also while more arrive. */
  view(): Buffer {
    return this.store.subarray(this.start, this.end);
  }

  /** Takes so many octets from the front. */
  take(octets: number): Buffer {
    const taken = this.store.subarray(this.start, this.start + octets);
    this.start += taken.length;
    return taken;
  }
}
