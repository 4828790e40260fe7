/** Octets of messages in memory: neither copied into the database nor out of it. What a transaction undoes is undone here too. */

import { type Blobs, headerLength } from './blobs';
import type { Database } from './database';
import { type BlobId, type ParsedKind, StoreError } from './types';

interface Entry {
  content: Buffer;
  /** Found when it is first asked for. */
  headerSize: number | undefined;
  references: number;
  parsed: Map<ParsedKind, string> | undefined;
}

export class MemoryBlobs implements Blobs {
  private readonly entries = new Map<BlobId, Entry>();
  private last = 0;

  constructor(private readonly db: Database) {}

  add(content: Buffer): BlobId {
    const id = ++this.last;
    this.entries.set(id, { content: compact(content), headerSize: undefined, references: 1, parsed: undefined });
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

  private entry(blob: BlobId): Entry {
    const entry = this.entries.get(blob);
    if (!entry) throw new StoreError('missing', `there is no message content ${blob}`);
    return entry;
  }

  private drop(blob: BlobId): void {
    const entry = this.entries.get(blob);
    if (entry && --entry.references === 0) this.entries.delete(blob);
  }
}

/** Octets that lie in a much larger block of memory are copied, so that they do not keep all of it. */
function compact(content: Buffer): Buffer {
  return content.buffer.byteLength > 2 * content.length + Buffer.poolSize ? Buffer.from(content) : content;
}
