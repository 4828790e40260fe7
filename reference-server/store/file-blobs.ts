/** Octets of messages in the database file, header section and body apart, so that a header is read without its body. */

import { type Blobs, headerLength } from './blobs';
import type { Database } from './database';
import { StoreError } from './error';
import { ifPossible } from './failures';
import type { BlobId, ParsedKind } from './types';

/** Octets kept in memory: what was read last is often asked for again at once. */
const CACHE_OCTETS = 16 * 1024 * 1024;

export class FileBlobs implements Blobs {
  private readonly cache = new Map<BlobId, Buffer>();
  private cached = 0;

  constructor(
    private readonly db: Database,
    private readonly gone: (blob: BlobId) => void,
  ) {}

  add(content: Buffer): BlobId {
    const split = headerLength(content);
    const sql = 'INSERT INTO blobs (size, header, body) VALUES (?, ?, ?)';
    return this.db.run(sql, content.length, content.subarray(0, split), content.subarray(split)).id;
  }

  retain(blob: BlobId): void {
    this.size(blob);
    this.db.run('INSERT INTO shared VALUES (?, 2) ON CONFLICT (blob) DO UPDATE SET refs = refs + 1', blob);
  }

  release(blob: BlobId): void {
    if (this.db.run('UPDATE shared SET refs = refs - 1 WHERE blob = ?', blob).changes > 0) {
      this.db.run('DELETE FROM shared WHERE blob = ? AND refs = 1', blob);
      return;
    }
    this.db.run('DELETE FROM blobs WHERE id = ?', blob);
    this.db.run('DELETE FROM parsed WHERE blob = ?', blob);
    this.db.afterCommit(() => {
      this.forget(blob);
      this.gone(blob);
    });
  }

  size(blob: BlobId): number {
    return this.need(this.db.get<{ size: number }>('SELECT size FROM blobs WHERE id = ?', blob), blob).size;
  }

  headerSize(blob: BlobId): number {
    const row = this.db.get<{ size: number }>('SELECT length(header) AS size FROM blobs WHERE id = ?', blob);
    return this.need(row, blob).size;
  }

  header(blob: BlobId): Buffer {
    const row = this.db.get<{ header: Uint8Array }>('SELECT header FROM blobs WHERE id = ?', blob);
    const { header } = this.need(row, blob);
    return Buffer.from(header.buffer, header.byteOffset, header.length);
  }

  content(blob: BlobId): Buffer {
    const known = this.cache.get(blob);
    if (known) return known;
    const sql = 'SELECT header, body FROM blobs WHERE id = ?';
    const { header, body } = this.need(this.db.get<{ header: Uint8Array; body: Uint8Array }>(sql, blob), blob);
    const content = Buffer.concat([header, body]);
    this.remember(blob, content);
    return content;
  }

  parsed(blob: BlobId, kind: ParsedKind): string | undefined {
    return this.db.get<{ json: string }>('SELECT json FROM parsed WHERE blob = ? AND kind = ?', blob, kind)?.json;
  }

  setParsed(blob: BlobId, kind: ParsedKind, json: string): void {
    ifPossible(() => void this.db.run('INSERT OR REPLACE INTO parsed VALUES (?, ?, ?)', blob, kind, json));
  }

  private remember(blob: BlobId, content: Buffer): void {
    if (content.length > CACHE_OCTETS / 4) return;
    this.cache.set(blob, content);
    this.cached += content.length;
    for (const oldest of this.cache.keys()) {
      if (this.cached <= CACHE_OCTETS) break;
      this.forget(oldest);
    }
  }

  private forget(blob: BlobId): void {
    this.cached -= this.cache.get(blob)?.length ?? 0;
    this.cache.delete(blob);
  }

  private need<T>(row: T | undefined, blob: BlobId): T {
    if (row === undefined) throw new StoreError('missing', `there is no message content ${blob}`);
    return row;
  }
}
