import type { Envelope, MessageStructure } from '../../mime/structure';
import type { BlobId } from '../../store/types';

/** Messages as a client is shown them: as they are, or surrogates of those that it could not read (RFC 6855 §7). */
export interface Reading {
  content(blob: BlobId): Buffer;
  /** What the message begins with: its header at least. */
  header(blob: BlobId): Buffer;
  structure(blob: BlobId): MessageStructure;
  /** Reads the header only. */
  envelope(blob: BlobId): Envelope;
}
