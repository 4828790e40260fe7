import { DialogueError } from '../errors';
import type { Part } from '../expression';
import { parseTemplate } from '../template';
import type { ImapListPattern, ImapPattern, ImapStringPattern } from './pattern';

/** A character of the line as written, or an expression, which is one thing whatever its value holds. */
type Token = string | Exclude<Part, { kind: 'literal' }>;

/** Lists and sections inside each other. */
const DEEPEST = 100;
const SECTIONED = /^(BODY(\.PEEK)?|BINARY(\.PEEK|\.SIZE)?)$/i;

/** Parses the values of a response. @throws DialogueError for a bracket, parenthesis or quote that is not closed. */
export function parseImapValues(text: string): ImapPattern[] {
  return new PatternParser(text).sequence(undefined);
}

/** Parses a response code: `[…]` at the start of the text, and what follows it. */
export function parseImapCode(text: string): { code: ImapPattern[]; after: string } {
  const parser = new PatternParser(text.slice(1));
  const code = parser.sequence(']');
  return { code, after: parser.rest().trimStart() };
}

class PatternParser {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;
  private readonly starts: number[] = [];

  constructor(private readonly text: string) {
    this.tokens = [];
    let offset = 0;
    // Expressions are opaque: their place in the text is found again by cutting at `${`.
    for (const part of parseTemplate(text)) {
      if (part.kind !== 'literal') {
        this.starts.push(offset);
        this.tokens.push(part);
        offset = endOfExpression(text, offset);
        continue;
      }
      for (const character of part.bytes.toString('utf8')) {
        this.starts.push(offset);
        this.tokens.push(character);
        offset += character.length;
      }
    }
    this.starts.push(text.length);
  }

  /** What was not parsed. */
  rest(): string {
    return this.text.slice(this.starts[this.at]);
  }

  sequence(closing: ')' | ']' | undefined): ImapPattern[] {
    if (++this.depth > DEEPEST) throw new DialogueError(`more than ${DEEPEST} lists inside each other`);
    const patterns = this.patterns(closing);
    this.depth--;
    return patterns;
  }

  private patterns(closing: ')' | ']' | undefined): ImapPattern[] {
    const patterns: ImapPattern[] = [];
    for (;;) {
      while (this.tokens[this.at] === ' ') this.at++;
      const token = this.tokens[this.at];
      if (token === undefined) {
        if (closing !== undefined) throw new DialogueError(`${closing} is missing in “${this.text}”`);
        return patterns;
      }
      if (token === closing) {
        this.at++;
        return patterns;
      }
      if (token === ')') throw new DialogueError(`one ) too many in “${this.text}”`);
      patterns.push(token === '(' ? this.list() : token === '"' ? this.quoted() : this.atom(closing === ']'));
    }
  }

  private list(): ImapListPattern {
    this.at++;
    return { kind: 'list', items: this.sequence(')') };
  }

  private quoted(): ImapStringPattern {
    this.at++;
    const parts = new Parts();
    for (; this.tokens[this.at] !== '"'; this.at++) {
      if (this.tokens[this.at] === '\\') this.at++;
      const token = this.tokens[this.at];
      if (token === undefined) throw new DialogueError(`" is missing in “${this.text}”`);
      parts.add(token);
    }
    this.at++;
    return { kind: 'string', template: parts.template(), quoted: true };
  }

  private atom(inBrackets: boolean): ImapStringPattern {
    const parts = new Parts();
    for (; ; this.at++) {
      const token = this.tokens[this.at];
      if (token === undefined || token === ' ' || token === '(' || token === ')') break;
      if (inBrackets && token === ']') break;
      if (token === '[' && SECTIONED.test(parts.plain())) return this.section(parts);
      parts.add(token);
    }
    return { kind: 'string', template: parts.template(), quoted: false };
  }

  private section(name: Parts): ImapStringPattern {
    this.at++;
    const section = this.sequence(']');
    let origin = '';
    if (this.tokens[this.at] === '<') {
      do origin += String(this.tokens[this.at++]);
      while (!origin.endsWith('>') && this.at < this.tokens.length);
    }
    return { kind: 'string', template: name.template(), quoted: false, section, ...(origin && { origin }) };
  }
}

class Parts {
  private readonly parts: Part[] = [];
  private text = '';

  add(token: Token): void {
    if (typeof token === 'string') this.text += token;
    else {
      this.flush();
      this.parts.push(token);
    }
  }

  /** The text, where there is nothing but text. */
  plain(): string {
    return this.parts.length === 0 ? this.text : '';
  }

  template(): Part[] {
    this.flush();
    return this.parts;
  }

  private flush(): void {
    if (this.text !== '') this.parts.push({ kind: 'literal', bytes: Buffer.from(this.text) });
    this.text = '';
  }
}

/** Where the expression that begins here ends: after its `}`, expressions inside of its quotes included. */
function endOfExpression(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
