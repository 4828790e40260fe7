import type { Parser } from '../../mime/parser';
import { allTexts, bodyTexts, headerFields } from '../../mime/text';
import type { BlobId, Store } from '../../store/types';
import { Cache } from '../cache';
import { selectFields } from '../fetch/header-fields';
import type { Structures } from '../fetch/structures';

/** What a search asks of a message's header most, folded; missing fields are missing here. */
export interface HeaderIndex {
  subject?: string;
  from?: string;
  to?: string;
  cc?: string;
  bcc?: string;
  /** The day of the Date field as written, in days since 1 January 1970 (RFC 9051 §6.4.4). */
  sentDay?: number;
}

const INDEXED = ['subject', 'from', 'to', 'cc', 'bcc'] as const;

/** Messages whose header index, and characters of bodies, that stay in memory. */
const INDEXES = 150_000;
const CHARACTERS = 24 * 1024 * 1024;

/** The texts of messages as SEARCH compares them: decoded and folded, remembered while memory allows. */
export class SearchTexts {
  private readonly indexes = new Cache<BlobId, HeaderIndex>(INDEXES, () => 1);
  private readonly bodies = new Cache<BlobId, string[]>(CHARACTERS, characters);
  private readonly everything = new Cache<BlobId, string[]>(CHARACTERS, characters);

  constructor(
    private readonly store: Store,
    private readonly structures: Structures,
    private readonly parser: Parser,
  ) {}

  index(blob: BlobId): HeaderIndex {
    return this.indexes.get(blob) ?? this.indexes.set(blob, this.readIndex(blob));
  }

  /** The values of all fields of this name, folded. */
  header(blob: BlobId, name: string): string[] {
    const wanted = name.toLowerCase();
    return headerFields(this.store.messages.header(blob))
      .filter((field) => field.name.toLowerCase() === wanted)
      .map((field) => this.text(field.value));
  }

  body(blob: BlobId): string[] {
    return this.bodies.get(blob) ?? this.bodies.set(blob, this.read(blob, bodyTexts));
  }

  /** Headers and bodies. */
  all(blob: BlobId): string[] {
    return this.everything.get(blob) ?? this.everything.set(blob, this.read(blob, allTexts));
  }

  private read(blob: BlobId, texts: typeof allTexts): string[] {
    const { bodyText, fold } = this.parser;
    const all = texts(this.store.messages.content(blob), this.structures.structure(blob), bodyText);
    return [...all].map((one) => fold(one));
  }

  private text(value: string): string {
    return this.parser.fold(this.parser.decodeWords(value));
  }

  private readIndex(blob: BlobId): HeaderIndex {
    const index: HeaderIndex = {};
    const wanted = selectFields(this.store.messages.header(blob), [...INDEXED, 'date'], false);
    for (const { name, value } of headerFields(wanted)) {
      const key = name.toLowerCase();
      if (key === 'date') {
        const day = index.sentDay ?? this.parser.sentDay(value);
        if (day !== undefined) index.sentDay = day;
        continue;
      }
      const field = INDEXED.find((one) => one === key)!;
      const text = this.text(value);
      index[field] = index[field] === undefined ? text : `${index[field]}\n${text}`;
    }
    return index;
  }
}

function characters(texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 64);
}
