/** What a webmail served: a page, a frame, a file. */
import type { CheerioAPI } from 'cheerio';

export interface Answer {
  /** GET or POST, as it was asked for. */
  method: string;
  url: URL;
  status: number;
  /** By name in small letters; a field that came several times with a comma between. */
  headers: ReadonlyMap<string, string>;
  octets: Buffer;
}

export class Page implements Answer {
  private parsed: CheerioAPI | undefined;
  /** Frames of it, as a browser loads them. */
  readonly frames: { page: Page; sandbox: string | undefined }[] = [];

  constructor(private readonly answer: Answer) {}

  get method(): string {
    return this.answer.method;
  }

  get url(): URL {
    return this.answer.url;
  }

  get status(): number {
    return this.answer.status;
  }

  get octets(): Buffer {
    return this.answer.octets;
  }

  /** The value of a header field; empty where there is none. */
  header(name: string): string {
    return this.answer.headers.get(name.toLowerCase()) ?? '';
  }

  get headers(): ReadonlyMap<string, string> {
    return this.answer.headers;
  }

  get type(): string {
    return this.header('content-type').split(';')[0]!.trim().toLowerCase();
  }

  get isHtml(): boolean {
    return this.type === 'text/html' || this.type === 'application/xhtml+xml';
  }

  get text(): string {
    const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(this.header('content-type')) ?? [];
    try {
      return new TextDecoder(charset).decode(this.octets);
    } catch {
      return this.octets.toString('utf8');
    }
  }

  /** The tree that a browser makes of it. */
  get $(): CheerioAPI {
    this.parsed ??= parseHtml(this.text);
    return this.parsed;
  }

  /** The page and its frames, and theirs. */
  withFrames(): Page[] {
    return [this, ...this.frames.flatMap(({ page }) => page.withFrames())];
  }
}

/** The tree that a browser makes of a text. The parser is loaded with the first page: most runs visit none, and it takes a fifth of a start. */
export function parseHtml(html: string): CheerioAPI {
  const { load } = require('cheerio') as typeof import('cheerio');
  return load(html);
}

/** Text as a person reads it: runs of white space are one space. */
export function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
