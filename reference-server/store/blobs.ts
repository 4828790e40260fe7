/** The octets of messages: in the file, or in memory beside the tables where there is no file. */

import type { BlobId, ParsedKind } from './types';

export interface Blobs {
  /** Stores the octets as they stand, with one reference. The buffer is kept: never write into it afterwards. */
  add(content: Buffer): BlobId;
  /** One more message has these octets. Throws StoreError `missing`. */
  retain(blob: BlobId): void;
  /** One message less; with the last the octets go. */
  release(blob: BlobId): void;
  size(blob: BlobId): number;
  content(blob: BlobId): Buffer;
  header(blob: BlobId): Buffer;
  headerSize(blob: BlobId): number;
  parsed(blob: BlobId, kind: ParsedKind): string | undefined;
  setParsed(blob: BlobId, kind: ParsedKind, json: string): void;
}

/** Octets of the header section with its empty line; a message that begins with an empty line has no field (RFC 5322 §2.1). */
export function headerLength(content: Buffer): number {
  if (content[0] === 13 && content[1] === 10) return 2;
  const end = content.indexOf('\r\n\r\n');
  return end < 0 ? content.length : end + 4;
}

/** Whether the last line has no CRLF. */
export function isUnended(content: Buffer): boolean {
  const { length } = content;
  return length > 0 && !(content[length - 1] === 10 && content[length - 2] === 13);
}
