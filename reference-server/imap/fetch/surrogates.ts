import { isAscii } from 'node:buffer';
import { isInternational } from '../../mime/international';
import type { Parser } from '../../mime/parser';
import type { Envelope, MessageStructure } from '../../mime/structure';
import { surrogateHeader, surrogateMessage } from '../../mime/surrogate';
import type { BlobId, Store } from '../../store/types';
import { Cache } from '../cache';
import { headerOf } from './header-fields';
import type { Reading } from './reading';

interface Surrogate {
  content: Buffer;
  structure: MessageStructure;
}

/** Octets of surrogates that stay in memory, and messages of which it stays known that they need none. */
const OCTETS = 16 * 1024 * 1024;
const PLAIN = 100_000;

/** Messages as clients are shown them that do not take UTF-8 in headers (RFC 6858); most are as they are. */
export class Surrogates implements Reading {
  private readonly made = new Cache<BlobId, Surrogate>(OCTETS, ({ content }) => content.length);
  private readonly plain = new Cache<BlobId, true>(PLAIN, () => 1);

  constructor(
    { changes }: Store,
    private readonly messages: Reading,
    private readonly parser: Parser,
  ) {
    changes.watchContents((blob) => {
      this.made.drop(blob);
      this.plain.drop(blob);
    });
  }

  content(blob: BlobId): Buffer {
    return this.surrogate(blob)?.content ?? this.messages.content(blob);
  }

  header(blob: BlobId): Buffer {
    return this.surrogateHeader(blob) ?? this.messages.header(blob);
  }

  structure(blob: BlobId): MessageStructure {
    return this.surrogate(blob)?.structure ?? this.messages.structure(blob);
  }

  envelope(blob: BlobId): Envelope {
    const header = this.surrogateHeader(blob);
    return header ? this.parser.envelope(header) : this.messages.envelope(blob);
  }

  /** Whether its header has one; no more than that is read. */
  hasHeader(blob: BlobId): boolean {
    return this.surrogateHeader(blob) !== undefined;
  }

  /** Whether this message has a surrogate. */
  has(blob: BlobId): boolean {
    return this.surrogate(blob) !== undefined;
  }

  private surrogateHeader(blob: BlobId): Buffer | undefined {
    const header = headerOf(this.messages.header(blob));
    return isInternational(header) ? surrogateHeader(header) : undefined;
  }

  private surrogate(blob: BlobId): Surrogate | undefined {
    if (this.plain.get(blob)) return undefined;
    return this.made.get(blob) ?? this.make(blob);
  }

  private make(blob: BlobId): Surrogate | undefined {
    const octets = this.messages.content(blob);
    const structure = isAscii(octets) ? undefined : this.messages.structure(blob);
    if (!structure?.parts.some(({ header }) => isInternational(octets.subarray(...header)))) {
      this.plain.set(blob, true);
      return undefined;
    }
    const content = surrogateMessage(octets, structure);
    return this.made.set(blob, { content, structure: this.parser.structure(content) });
  }
}
