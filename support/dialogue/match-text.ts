import { ANY_NAME, type Expression, type Operator, type Part, type Template } from './expression';
import { type Bound, evaluate, lookUp, type Scope, toNumber } from './scope';

export interface TextMatchOptions {
  /** The text need only begin with what the template says. */
  prefix?: boolean;
  /** Letters of literal text are equal in both cases (ASCII). */
  ignoreCase?: boolean;
}

export type TextMatch = { matched: true; bound: Bound } | { matched: false; at: number };

type Next = (at: number, bound: Bound) => { bound: Bound } | undefined;
type Capture = Extract<Expression, { kind: 'capture' }>;

/** Matches octets with a template: literal text and values exactly, `${*}` and captures as features/README.md says. */
export function matchText(
  template: Template,
  subject: Buffer,
  scope: Scope,
  bound?: Bound,
  options?: TextMatchOptions,
): TextMatch {
  const matcher = new TextMatcher(template, subject, scope, options ?? {});
  const found = matcher.from(0, 0, bound);
  return found === undefined ? { matched: false, at: matcher.deepest } : { matched: true, bound: found.bound };
}

class TextMatcher {
  /** How far the best attempt came: where the caret goes. */
  deepest = 0;

  constructor(
    private readonly template: Template,
    private readonly subject: Buffer,
    private readonly scope: Scope,
    private readonly options: TextMatchOptions,
  ) {}

  from(index: number, at: number, bound: Bound): { bound: Bound } | undefined {
    this.deepest = Math.max(this.deepest, at);
    const part = this.template[index];
    if (part === undefined) return this.options.prefix || at === this.subject.length ? { bound } : undefined;
    const next: Next = (end, newBound) => this.from(index + 1, end, newBound);
    if (part.kind === 'any') return this.any(index, at, bound, next);
    if (part.kind === 'capture') return this.capture(part, at, bound, next);
    const end = this.fixed(this.value(part, bound), at, part.kind === 'literal');
    return end < 0 ? undefined : next(end, bound);
  }

  private value(part: Part, bound: Bound): Buffer {
    return part.kind === 'literal' ? part.bytes : evaluate(part, this.scope, bound);
  }

  private fixed(wanted: Buffer, at: number, literal: boolean): number {
    const end = at + wanted.length;
    if (end <= this.subject.length && wanted.compare(this.subject, at, end) === 0) return end;
    const same = this.options.ignoreCase && literal ? sameLetter : (a: number, b: number) => a === b;
    let equal = 0;
    while (
      equal < wanted.length &&
      at + equal < this.subject.length &&
      same(wanted[equal]!, this.subject[at + equal]!)
    ) {
      equal++;
    }
    this.deepest = Math.max(this.deepest, at + equal);
    return equal === wanted.length ? end : -1;
  }

  private any(index: number, at: number, bound: Bound, next: Next) {
    const following = this.template[index + 1];
    if (following === undefined) return next(this.subject.length, bound);
    const wanted = following.kind === 'literal' && !this.options.ignoreCase ? following.bytes : undefined;
    for (let to = at; to <= this.subject.length; to++) {
      if (wanted !== undefined) {
        to = this.subject.indexOf(wanted, to);
        if (to < 0) return undefined;
      }
      const found = next(to, bound);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private capture(part: Capture, at: number, bound: Bound, next: Next) {
    const longest = captureEnd(part, this.subject, at);
    // A number is all its digits, and a text at the end is all that is left; the others give back octets where the text after
    // them needs them.
    const toTheEnd = part.type === 'lines' || part.type === 'text';
    const whole = part.type === 'number' || (toTheEnd && part === this.template.at(-1));
    const shortest = whole ? longest : toTheEnd ? at : at + 1;
    if (longest === at && !toTheEnd) return undefined;
    for (let end = longest; end >= shortest; end--) {
      const taken = take(part, this.subject.subarray(at, end), this.scope, bound);
      const found = taken === undefined ? undefined : next(end, taken.bound);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function sameLetter(a: number, b: number): boolean {
  return a === b || ((a | 32) === (b | 32) && (a | 32) >= 97 && (a | 32) <= 122);
}

function captureEnd(part: Capture, subject: Buffer, at: number): number {
  if (part.type === 'text' || part.type === 'lines') return subject.length;
  const fits = part.type === 'number' ? (o: number) => o >= 48 && o <= 57 : (o: number) => o > 32 && o < 127;
  let end = at;
  while (end < subject.length && fits(subject[end]!)) end++;
  return end;
}

/** Binds a capture to octets, if it may hold them: equal where the name is known, and as its comparison says. */
export function take(part: Capture, value: Buffer, scope: Scope, bound: Bound): { bound: Bound } | undefined {
  const known = lookUp(part.name, scope, bound);
  if (known !== undefined && !known.equals(value)) return undefined;
  if (part.compare !== undefined) {
    const other = evaluate(part.compare.to, scope, bound);
    if (!compare(value, part.compare.operator, other)) return undefined;
  }
  const keeps = known !== undefined || part.name === ANY_NAME;
  return { bound: keeps ? bound : { name: part.name, value, rest: bound } };
}

function compare(value: Buffer, operator: Operator, other: Buffer): boolean {
  if (operator === '=') return value.equals(other);
  // What a server sends instead of a number does not match; what the scenario compares with must be one.
  const b = toNumber(other);
  if (!/^\d+$/.test(value.toString('latin1'))) return false;
  const a = toNumber(value);
  return operator === '>' ? a > b : operator === '<' ? a < b : operator === '>=' ? a >= b : a <= b;
}
