import { bad } from '../refusal';
import type { Literal, RawCommand } from './raw-command';

const ATOM = /[^(){ \x00-\x1f\x7f-\xff%*"\\\]]+/y;
const ASTRING = /[^(){ \x00-\x1f\x7f-\xff%*"\\]+/y;
const LIST_MAILBOX = /[^(){ \x00-\x1f\x7f-\xff"\\]+/y;
const TAG = /[^(){ \x00-\x1f\x7f-\xff%*"\\+]+/y;
const DIGITS = /\d+/y;
const WHOLE_MARKER = /^~?\{\d+\+?\}$/;
const PLAIN_QUOTED = /"([^"\\\x00\r\n\x80-\xff]*)"/y;

/**
 * Reads a command piece by piece, as the formal syntax (RFC 9051 §9) asks for it: exactly one space between arguments, literals
 * wherever a string may stand. Every reading method throws a BAD Refusal when something else stands there. Strings are binary
 * strings.
 */
export class Arguments {
  private segment = 0;
  private at = 0;

  constructor(private readonly raw: RawCommand) {}

  /** Another reader at the same place. */
  clone(): Arguments {
    const copy = new Arguments(this.raw);
    copy.segment = this.segment;
    copy.at = this.at;
    return copy;
  }

  /** Whether everything was read. */
  get atEnd(): boolean {
    return this.at >= this.text.length && this.segment === this.raw.segments.length - 1;
  }

  /** What is left of the present segment, for faults and logs. */
  get rest(): string {
    return this.text.slice(this.at);
  }

  tag(): string {
    return this.match(TAG) ?? this.fail('a tag is missing');
  }

  atom(): string {
    return this.match(ATOM) ?? this.fail('an atom is missing');
  }

  /** An atom in upper case, for words whose case does not count. */
  keyword(): string {
    return this.atom().toUpperCase();
  }

  /** What a word stands for, in any case; `unknown` says what is wrong with another: `SORT knows no`. */
  named<Value>(known: ReadonlyMap<string, Value>, unknown: string): Value {
    const word = this.keyword();
    const value = known.get(word);
    if (value === undefined) throw bad(`${unknown} ${word.slice(0, 40)}`).because('syntax');
    return value;
  }

  /** Up to 19 digits that JavaScript can hold; `least` is 0 or, for nz-number, 1. */
  number(least: 0 | 1 = 0, most = 0xffffffff): number {
    const digits = this.match(DIGITS) ?? this.fail('a number is missing');
    const number = Number(digits);
    if (number > most || number < least || (least === 1 && digits.startsWith('0')))
      throw bad('a number is out of range').because('syntax');
    return number;
  }

  number64(): number {
    return this.number(0, Number.MAX_SAFE_INTEGER);
  }

  astring(): string {
    return this.match(ASTRING) ?? this.string();
  }

  listMailbox(): string {
    return this.match(LIST_MAILBOX) ?? this.string();
  }

  /** Quoted or literal. */
  string(): string {
    if (this.text[this.at] === '"') return this.quoted();
    const literal = this.tryLiteral() ?? this.fail('a string is missing');
    if (literal.binary) throw bad('a literal8 may not stand here');
    // RFC 9051 §9, CHAR8: a literal holds any octet but NUL.
    if (literal.octets.includes(0)) throw bad('A string may not hold NUL');
    return literal.octets.toString('latin1');
  }

  /** null for NIL. */
  nstring(): string | null {
    const nil = /nil(?![^ )])/iy;
    return this.match(nil) === undefined ? this.string() : null;
  }

  /** The octets of a literal, as they came. */
  literal(): Literal {
    return this.tryLiteral() ?? this.fail('a literal is missing');
  }

  /** A literal, where one stands next. */
  tryLiteral(): Literal | undefined {
    const { segments, literals } = this.raw;
    const literal = literals[this.segment];
    if (!literal || !WHOLE_MARKER.test(this.rest)) return undefined;
    this.segment = Math.min(this.segment + 1, segments.length - 1);
    this.at = 0;
    return literal;
  }

  space(): void {
    this.expect(' ');
  }

  /** Reads one space where one stands: another argument follows. */
  trySpace(): boolean {
    return this.accept(' ');
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(text === ' ' ? 'a space is missing' : `"${text}" is missing`);
  }

  /** Reads this text, in any case, where it stands. */
  accept(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Whether this text, in any case, stands next. */
  sees(text: string): boolean {
    return this.text.slice(this.at, this.at + text.length).toUpperCase() === text.toUpperCase();
  }

  /** Reads what a sticky expression matches. */
  match(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** `(item item …)`, at least one item. */
  list<T>(item: () => T): T[] {
    this.expect('(');
    const items = [item()];
    while (this.trySpace()) items.push(item());
    this.expect(')');
    return items;
  }

  /** `()` or `(item item …)`. */
  listOrEmpty<T>(item: () => T): T[] {
    return this.accept('()') ? [] : this.list(item);
  }

  /** Nothing more may stand. */
  end(): void {
    if (!this.atEnd) this.fail('there is more than the command takes');
  }

  fail(what: string): never {
    const where = `at octet ${this.at + 1}${this.segment > 0 ? ' after a literal' : ''}`;
    throw bad(`Syntax: ${what} ${where}`).because('syntax');
  }

  private get text(): string {
    return this.raw.segments[this.segment]!;
  }

  private quoted(): string {
    const plain = this.match(PLAIN_QUOTED);
    if (plain !== undefined) return plain.slice(1, -1);
    for (let end = this.at + 1; end < this.text.length; end++) {
      const character = this.text[end]!;
      if (character === '\\') {
        // RFC 9051 §9, QUOTED-CHAR: a backslash stands before a quote or a backslash only.
        if (this.text[end + 1] !== '"' && this.text[end + 1] !== '\\') this.fail('a backslash quotes nothing');
        end++;
      } else if (character === '"') {
        const text = this.text.slice(this.at + 1, end);
        this.at = end + 1;
        return this.octetsAllowed(text.replace(/\\(.)/g, '$1'));
      } else if (character === '\0' || character === '\r' || character === '\n') {
        this.fail('a quoted string may not hold NUL, CR or LF');
      }
    }
    return this.fail('a quoted string does not end');
  }

  /** 8-bit octets in a quoted string are UTF-8 or wrong (RFC 9051 §9, QUOTED-CHAR). */
  private octetsAllowed(text: string): string {
    if (!/[\x80-\xff]/.test(text)) return text;
    return isUtf8(text) ? text : this.fail('a quoted string is not UTF-8');
  }
}

/** Whether the octets of a binary string are UTF-8. */
export function isUtf8(binary: string): boolean {
  const octets = Buffer.from(binary, 'latin1');
  return Buffer.from(octets.toString('utf8'), 'utf8').equals(octets);
}
