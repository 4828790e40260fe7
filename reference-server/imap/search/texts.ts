import type { Parser } from '../../mime/parser';
import { bodyTexts, headerFields, headerTexts } from '../../mime/text';
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

/** The field of the index that has the values of header fields of this name. */
export function indexed(name: string): (typeof INDEXED)[number] | undefined {
  return INDEXED.find((one) => one === name.toLowerCase());
}

/** Messages whose header index stays in memory, and characters of headers and of bodies. */
const INDEXES = 150_000;
const HEADERS = 12 * 1024 * 1024;
const BODIES = 36 * 1024 * 1024;

/** The texts of messages as SEARCH compares them: decoded and folded, remembered while memory allows. */
export class SearchTexts {
  private readonly indexes = new Cache<BlobId, HeaderIndex>(INDEXES, () => 1);
  private readonly headers = new Cache<BlobId, string[]>(HEADERS, characters);
  private readonly bodies = new Cache<BlobId, string[]>(BODIES, characters);

  constructor(
    private readonly store: Store,
    private readonly structures: Structures,
    private readonly parser: Parser,
  ) {
    store.changes.watchContents((blob) => {
      for (const cache of [this.indexes, this.headers, this.bodies]) cache.drop(blob);
    });
  }

  index(blob: BlobId): HeaderIndex {
    return this.indexes.get(blob) ?? this.indexes.set(blob, this.readIndex(blob));
  }

  /** The values of all fields of this name, folded. */
  header(blob: BlobId, name: string): string[] {
    return headerFields(selectFields(this.store.messages.header(blob), [name], false)).map(({ value }) =>
      this.text(value),
    );
  }

  /** Whether this text, folded, stands in one of the message's text parts. */
  inBody(blob: BlobId, wanted: string): boolean {
    return holds(this.bodies.get(blob) ?? this.bodies.set(blob, this.read(blob, bodyTexts)), wanted);
  }

  /** Whether it stands there or in a header of the message or of its parts. */
  inAll(blob: BlobId, wanted: string): boolean {
    const headers = this.headers.get(blob) ?? this.headers.set(blob, this.read(blob, headerTexts));
    return holds(headers, wanted) || this.inBody(blob, wanted);
  }

  private read(blob: BlobId, texts: typeof bodyTexts): string[] {
    const { bodyText, fold } = this.parser;
    const all = texts(this.store.messages.content(blob), this.structures.structure(blob), bodyText);
    return Array.from(all, (one) => fold(one));
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
      const field = indexed(key)!;
      const text = this.text(value);
      index[field] = index[field] === undefined ? text : `${index[field]}\n${text}`;
    }
    return index;
  }
}

function holds(texts: readonly string[], wanted: string): boolean {
  return texts.some((text) => text.includes(wanted));
}

function characters(texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 64);
}
