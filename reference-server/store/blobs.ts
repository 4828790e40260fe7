/** The octets of messages, header section and body apart, and what was parsed from them. */

import type { Database } from './database';
import { type BlobId, type ParsedKind, StoreError } from './types';

interface Octets {
  header: Uint8Array;
  body: Uint8Array;
}

/** Octets kept in memory: what was stored or read last is often asked for at once, by several readers. */
const CACHE_OCTETS = 16 * 1024 * 1024;

export class BlobTable {
  private readonly cache = new Map<BlobId, Buffer>();
  private cached = 0;

  constructor(private readonly db: Database) {}

  /** Stores the octets as they stand. */
  add(content: Buffer): BlobId {
    const split = headerLength(content);
    const unended = content.length > 0 && !(content.at(-1) === 10 && content.at(-2) === 13) ? 1 : 0;
    const sql = 'INSERT INTO blobs (size, unended, header, body) VALUES (?, ?, ?, ?)';
    return this.db.run(sql, content.length, unended, content.subarray(0, split), content.subarray(split)).id;
  }

  size(blob: BlobId): number {
    return this.need(this.db.get<{ size: number }>('SELECT size FROM blobs WHERE id = ?', blob), blob).size;
  }

  headerSize(blob: BlobId): number {
    const row = this.db.get<{ size: number }>('SELECT length(header) AS size FROM blobs WHERE id = ?', blob);
    return this.need(row, blob).size;
  }

  header(blob: BlobId): Buffer {
    return view(this.need(this.db.get<Octets>('SELECT header FROM blobs WHERE id = ?', blob), blob).header);
  }

  content(blob: BlobId): Buffer {
    const known = this.cache.get(blob);
    if (known) return known;
    const { header, body } = this.need(this.db.get<Octets>('SELECT header, body FROM blobs WHERE id = ?', blob), blob);
    const content = Buffer.concat([header, body]);
    this.remember(blob, content);
    return content;
  }

  parsed(blob: BlobId, kind: ParsedKind): string | undefined {
    return this.db.get<{ json: string }>('SELECT json FROM parsed WHERE blob = ? AND kind = ?', blob, kind)?.json;
  }

  setParsed(blob: BlobId, kind: ParsedKind, json: string): void {
    this.db.run('INSERT OR REPLACE INTO parsed VALUES (?, ?, ?)', blob, kind, json);
  }

  private remember(blob: BlobId, content: Buffer): void {
    if (content.length > CACHE_OCTETS / 4) return;
    this.cache.set(blob, content);
    this.cached += content.length;
    for (const [oldest, octets] of this.cache) {
      if (this.cached <= CACHE_OCTETS) break;
      this.cache.delete(oldest);
      this.cached -= octets.length;
    }
  }

  private need<T>(row: T | undefined, blob: BlobId): T {
    if (row === undefined) throw new StoreError('missing', `there is no message content ${blob}`);
    return row;
  }
}

/** Octets of the header section with its empty line; a message that begins with an empty line has no field (RFC 5322 §2.1). */
export function headerLength(content: Buffer): number {
  if (content[0] === 13 && content[1] === 10) return 2;
  const end = content.indexOf('\r\n\r\n');
  return end < 0 ? content.length : end + 4;
}

function view(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length);
}
