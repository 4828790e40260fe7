/** Octets of messages in memory: neither copied into the database nor out of it. What a transaction undoes is undone here too. */

import { type Blobs, headerLength } from './blobs';
import type { Database } from './database';
import { StoreError } from './error';
import type { BlobId, ParsedKind } from './types';

interface Entry {
  content: Buffer;
  /** Found when it is first asked for. */
  headerSize: number | undefined;
  references: number;
  parsed: Map<ParsedKind, string> | undefined;
}

/** Octets of the blocks that small messages share, and of the largest message that is small. */
const BLOCK = 1024 * 1024;
const SMALL = 64 * 1024;

export class MemoryBlobs implements Blobs {
  private readonly entries = new Map<BlobId, Entry>();
  private last = 0;
  private block = Buffer.alloc(0);
  private taken = 0;

  constructor(
    private readonly db: Database,
    private readonly gone: (blob: BlobId) => void,
  ) {}

  add(content: Buffer): BlobId {
    const id = ++this.last;
    this.entries.set(id, { content: this.place(content), headerSize: undefined, references: 1, parsed: undefined });
    this.db.afterRollback(() => this.drop(id));
    return id;
  }

  retain(blob: BlobId): void {
    this.entry(blob).references++;
    this.db.afterRollback(() => this.drop(blob));
  }

  release(blob: BlobId): void {
    this.db.afterCommit(() => this.drop(blob));
  }

  size(blob: BlobId): number {
    return this.entry(blob).content.length;
  }

  content(blob: BlobId): Buffer {
    return this.entry(blob).content;
  }

  header(blob: BlobId): Buffer {
    return this.entry(blob).content.subarray(0, this.headerSize(blob));
  }

  headerSize(blob: BlobId): number {
    const entry = this.entry(blob);
    entry.headerSize ??= headerLength(entry.content);
    return entry.headerSize;
  }

  parsed(blob: BlobId, kind: ParsedKind): string | undefined {
    return this.entries.get(blob)?.parsed?.get(kind);
  }

  setParsed(blob: BlobId, kind: ParsedKind, json: string): void {
    const entry = this.entry(blob);
    entry.parsed ??= new Map();
    entry.parsed.set(kind, json);
  }

  /**
   * Small messages are copied into blocks: where they stay as they were received, what lives long lies scattered among what dies young,
   * which costs the collector more than the copy. A block goes with its last message.
   */
  private place(content: Buffer): Buffer {
    const { length } = content;
    if (length > SMALL) return compact(content);
    if (this.taken + length > this.block.length) {
      this.block = Buffer.allocUnsafeSlow(BLOCK);
      this.taken = 0;
    }
    const placed = this.block.subarray(this.taken, this.taken + length);
    content.copy(placed);
    this.taken += length;
    return placed;
  }

  private entry(blob: BlobId): Entry {
    const entry = this.entries.get(blob);
    if (!entry) throw new StoreError('missing', `there is no message content ${blob}`);
    return entry;
  }

  private drop(blob: BlobId): void {
    const entry = this.entries.get(blob);
    if (!entry || --entry.references > 0) return;
    this.entries.delete(blob);
    this.gone(blob);
  }
}

/** Octets that lie in a much larger block of memory are copied, so that they do not keep all of it. */
function compact(content: Buffer): Buffer {
  return content.buffer.byteLength > 2 * content.length ? Buffer.from(content) : content;
}
