import type { Parser } from '../../mime/parser';
import type { Envelope, MessageStructure } from '../../mime/structure';
import type { BlobId, Message, Store } from '../../store/types';
import { Cache } from '../cache';
import type { Reading } from './reading';

/** From this size on reading a message costs more than reading its structure as JSON, so that is kept beside it. */
const LARGE = 128 * 1024;
/** Parts of structures, and octets of formatted items, that stay in memory. */
const PARTS = 50_000;
const FORMATTED = 16 * 1024 * 1024;

/** Messages as they are, and their structure, parsed once: kept in memory while it is in use, and for large messages beside the message. */
export class Structures implements Reading {
  private readonly structures = new Cache<BlobId, MessageStructure>(PARTS, ({ parts }) => parts.length);
  private readonly texts = new Cache<string, string>(FORMATTED, (text) => text.length + 100);

  constructor(
    private readonly store: Store,
    private readonly parser: Parser,
  ) {
    store.changes.watchContents((blob) => this.structures.drop(blob));
  }

  content(blob: BlobId): Buffer {
    return this.store.messages.content(blob);
  }

  header(blob: BlobId): Buffer {
    return this.store.messages.header(blob);
  }

  structure(blob: BlobId): MessageStructure {
    return this.structures.get(blob) ?? this.structures.set(blob, this.load(blob));
  }

  envelope(blob: BlobId): Envelope {
    const known = this.structures.get(blob)?.parts[0]?.envelope;
    return known ?? this.parser.envelope(this.store.messages.header(blob));
  }

  /** A text that is made of a message once: `make` makes it where it is not known. */
  formatted(message: Message, kind: string, make: (message: Message) => string): string {
    return this.known(message.blob, kind) ?? this.texts.set(`${kind} ${message.blob}`, make(message));
  }

  /** The text, where it is known. */
  known(blob: BlobId, kind: string): string | undefined {
    return this.texts.get(`${kind} ${blob}`);
  }

  private load(blob: BlobId): MessageStructure {
    const kept = this.store.messages.parsed(blob, 'bodystructure');
    if (kept !== undefined) return JSON.parse(kept);
    const octets = this.store.messages.content(blob);
    const structure = this.parser.structure(octets);
    if (octets.length >= LARGE) this.store.messages.setParsed(blob, 'bodystructure', JSON.stringify(structure));
    return structure;
  }
}
