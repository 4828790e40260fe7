/** Reads one IMAP response by its grammar, octet by octet (RFC 3501 §9, RFC 9051 §9). The production that is read says which rule it is of. */
import type { Ledger } from '../ledger';
import type { ImapRule } from './imap-rules';

/** What comes is not of the form that the grammar asks for; nothing behind it can be read. */
export class Breach extends Error {
  constructor(
    readonly rule: ImapRule,
    readonly why: string,
    readonly at: number,
  ) {
    super(why);
  }
}

const SP = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 40;
/** RFC 3501 §9: CHAR without atom-specials, of which `]` may stand in an astring. */
const ATOM = /[!#$&',\-./0-9:;<=>?@A-Z[^_`a-z|}~+]*/y;
const ASTRING = /[!#$&',\-./0-9:;<=>?@A-Z[\]^_`a-z|}~+]+/y;
const DIGITS = /\d*/y;
const LITERAL = /~?\{(\d+)\}\r\n/y;

export class Cursor {
  at: number;
  private readonly text: string;
  private rule: ImapRule;

  /** @param end where the last CRLF begins */
  constructor(
    readonly octets: Buffer,
    readonly end: number,
    readonly ledger: Ledger,
    /** UTF-8 may stand in quoted strings and texts: RFC 9051, RFC 6855. */
    readonly international: boolean,
    rule: ImapRule,
    from = 0,
  ) {
    this.text = octets.toString('latin1');
    this.rule = rule;
    this.at = from;
  }

  /** Reads something that is of a rule of its own. */
  within<T>(rule: ImapRule, read: () => T): T {
    const outer = this.rule;
    this.rule = rule;
    const value = read();
    this.ledger.check(rule, true, '');
    this.rule = outer;
    return value;
  }

  fail(why: string, at = this.at): never {
    throw new Breach(this.rule, why, at);
  }

  get octet(): number | undefined {
    return this.at < this.end ? this.octets[this.at] : undefined;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** Takes this text, in any case of letters, if it comes. */
  has(text: string): boolean {
    if (this.text.slice(this.at, this.at + text.length).toUpperCase() !== text || this.at + text.length > this.end)
      return false;
    this.at += text.length;
    return true;
  }

  demand(text: string): void {
    if (!this.has(text)) this.fail(`${text === ' ' ? 'a space' : text} comes here`);
  }

  /** One space, and no other (RFC 3501 §9). */
  space(): void {
    if (this.octet !== SP) this.fail('a space comes here');
    this.at++;
    if (this.octet === SP) this.fail('a second space');
  }

  finish(): void {
    if (!this.isAtEnd) this.fail(this.octet === SP ? 'a space at the end' : 'nothing more comes here');
  }

  /** Up to the end. */
  rest(): string {
    const text = this.text.slice(this.at, this.end);
    this.at = this.end;
    return text;
  }

  slice(from: number): string {
    return this.text.slice(from, this.at);
  }

  atom(what = 'an atom'): string {
    const found = this.match(ATOM);
    return found === '' ? this.fail(`${what} comes here`) : found;
  }

  digits(): string {
    const found = this.match(DIGITS);
    return found === '' ? this.fail('a number comes here') : found;
  }

  /** Of 32 bits. */
  number(): number {
    const { at } = this;
    const digits = this.digits();
    const value = Number(digits);
    this.ledger.check('imap-number-of-32-bits', value < 2 ** 32, `${digits} has more than 32 bits`, at);
    return value;
  }

  nzNumber(): number {
    if (this.octet === 48) this.fail('the number does not begin with 0');
    return this.number();
  }

  /** Of 63 bits: RFC 7162 §7, RFC 9051 §9. */
  number64(): number {
    const { at } = this;
    const digits = this.digits();
    this.ledger.check('imap-number-of-63-bits', BigInt(digits) < 1n << 63n, `${digits} has more than 63 bits`, at);
    return Number(digits);
  }

  /** RFC 7162 §7: positive. */
  modSequence(): number {
    const { at } = this;
    const value = this.number64();
    return value === 0 ? this.fail('a mod-sequence is greater than 0', at) : value;
  }

  isNil(): boolean {
    return /^NIL(?=[ )\]]|$)/i.test(this.text.slice(this.at, Math.min(this.at + 4, this.end)));
  }

  nil(): void {
    if (!this.isNil()) this.fail('NIL comes here');
    this.at += 3;
  }

  /** @returns undefined for NIL */
  nstring(): string | undefined {
    if (!this.isNil()) return this.string();
    this.at += 3;
    return undefined;
  }

  string(): string {
    if (this.octet === QUOTE) return this.quoted();
    if (this.octet === 123) return this.literal();
    return this.fail('a string comes here, in quotes or as a literal');
  }

  astring(): string {
    if (this.octet === QUOTE || this.octet === 123) return this.string();
    const found = this.match(ASTRING);
    return found === '' ? this.fail('a string or an atom comes here') : found;
  }

  quoted(): string {
    const from = this.at;
    let value = '';
    for (this.at++; ; this.at++) {
      const { octet } = this;
      if (octet === undefined)
        this.within('imap-quoted-string', () => this.fail('the quoted string is not closed', from));
      if (octet === QUOTE) break;
      if (octet === BACKSLASH) {
        this.at++;
        if (this.octet !== QUOTE && this.octet !== BACKSLASH)
          this.within('imap-quoted-string', () => this.fail('a backslash stands before neither " nor \\'));
      }
      value += this.text[this.at];
    }
    this.at++;
    const odd = value.search(this.international ? /[\0\r\n]/ : /[\0\r\n\x80-\xff]/);
    this.ledger.check(
      'imap-quoted-string',
      odd < 0,
      'an octet that stands in no quoted string',
      from + 1 + Math.max(0, odd),
    );
    return value;
  }

  /** @param binary it may be a literal8 (RFC 3516 §4.2), in which NUL may stand */
  literal(binary = false): string {
    const from = this.at;
    LITERAL.lastIndex = from;
    const head = LITERAL.exec(this.text);
    if (head === null) return this.fail('a literal is its length in braces, CRLF, and so many octets');
    const is8 = head[0][0] === '~';
    if (is8 && !binary) this.fail('a literal8 stands where binary data was asked for alone');
    this.at += head[0].length;
    const value = this.text.slice(this.at, this.at + Number(head[1]));
    if (!is8) this.ledger.check('imap-no-nul', !value.includes('\0'), 'NUL in a string', this.at + value.indexOf('\0'));
    this.at += value.length;
    return value;
  }

  /** A list in parentheses, with one space between its items. */
  list<T>(item: () => T, { least = 0, parted = true } = {}): T[] {
    if (this.octet !== OPEN) this.fail('a list in parentheses comes here');
    this.at++;
    const items: T[] = [];
    while (!this.has(')')) {
      if (this.isAtEnd) this.fail('the parenthesis is not closed');
      if (items.length > 0 && parted) this.space();
      items.push(item());
    }
    if (items.length < least) this.fail(`the list has at least ${least} items`, this.at - 1);
    return items;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    const whole = found.slice(0, this.end - this.at);
    this.at += whole.length;
    return whole;
  }
}
