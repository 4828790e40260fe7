import { type ImapText, type ImapValue, keyword } from '../../wire/framing/imap-value';
import { matchText, take } from '../match-text';
import { type Bound, evaluate, type Scope } from '../scope';
import { type ImapPattern, type ImapStringPattern, isRest, patternKeyword } from './pattern';

/** What a match has bound, or undefined where there is none. */
export type Found = { bound: Bound } | undefined;
/** What comes after: a match goes on only where the rest fits as well. */
export type Next = (bound: Bound) => Found;
/** Compares one value. */
export type Compare = (wanted: ImapPattern, came: ImapValue, bound: Bound, next: Next) => Found;

const SPECIAL = /[\s(){}"\\%*\x00-\x1f\x7f-\xff]/;

/** Compares values of one response: what is equal whatever its spelling is equal here. */
export class ValueMatcher {
  constructor(
    readonly scope: Scope,
    /** The response that the values stand in. */
    readonly raw: Buffer,
  ) {}

  /** The farthest place in `raw` at which a value was not the one wanted: where a reader should look. */
  farthest = 0;

  private differs(value: ImapValue): undefined {
    this.farthest = Math.max(this.farthest, value.from);
  }

  /** Strings exactly, lists in order. */
  readonly exact: Compare = (wanted, came, bound, next) => this.value(wanted, came, bound, next, false);
  /** Strings ignoring case, lists in order. */
  readonly loose: Compare = (wanted, came, bound, next) => this.value(wanted, came, bound, next, true);

  private value(wanted: ImapPattern, came: ImapValue, bound: Bound, next: Next, ignoreCase: boolean): Found {
    if (wanted.kind === 'string') return this.string(wanted, came, bound, next, ignoreCase);
    if (came.kind !== 'list') return undefined;
    return this.sequence(wanted.items, came.items, bound, next, () => (ignoreCase ? this.loose : this.exact));
  }

  /**
   * Values one after the other; `${*}` stands for any number of them, `${name:text}` for the rest as it was sent.
   * @param compareAt what compares the value at an index.
   */
  sequence(
    wanted: ImapPattern[],
    came: ImapValue[],
    bound: Bound,
    next: Next,
    compareAt: (index: number, value: ImapValue) => Compare = () => this.exact,
  ): Found {
    const from = (w: number, c: number, now: Bound): Found => {
      const pattern = wanted[w];
      if (pattern === undefined) return c === came.length ? next(now) : undefined;
      if (isRest(pattern)) {
        for (let to = c; to <= came.length; to++) {
          const found = from(w + 1, to, now);
          if (found !== undefined) return found;
        }
        return undefined;
      }
      if (w === wanted.length - 1) {
        const found = this.rest(pattern, came.slice(c), now, next);
        if (found !== undefined) return found;
      }
      const value = came[c];
      if (value === undefined) return undefined;
      return compareAt(c, value)(pattern, value, now, (bound2) => from(w + 1, c + 1, bound2)) ?? this.differs(value);
    };
    return from(0, 0, bound);
  }

  /** The last pattern against all that is left, where it captures text or its value holds several values. */
  private rest(pattern: ImapPattern, came: ImapValue[], bound: Bound, next: Next): Found {
    if (pattern.kind !== 'string' || pattern.quoted || pattern.template.length !== 1) return undefined;
    const [part] = pattern.template;
    const raw = came.length === 0 ? Buffer.alloc(0) : this.raw.subarray(came[0]!.from, came.at(-1)!.to);
    if (part!.kind === 'capture' && part!.type === 'text') {
      const taken = take(part!, raw, this.scope, bound);
      return taken && next(taken.bound);
    }
    if (part!.kind === 'literal' || part!.kind === 'capture' || part!.kind === 'any') return undefined;
    return evaluate(part!, this.scope, bound).equals(raw) ? next(bound) : undefined;
  }

  private string(wanted: ImapStringPattern, came: ImapValue, bound: Bound, next: Next, ignoreCase: boolean): Found {
    const part = wanted.template.length === 1 ? wanted.template[0]! : undefined;
    if (came.kind === 'list') return this.rest(wanted, [came], bound, next);
    if ((wanted.section === undefined) !== (came.section === undefined)) return undefined;
    if (wanted.section !== undefined) return this.section(wanted, came, bound, next);
    if (!wanted.quoted && part?.kind === 'capture') {
      if (!fits(part.type, came)) return undefined;
      const taken = take(part, came.bytes, this.scope, bound);
      return taken && next(taken.bound);
    }
    // NIL is no string: RFC 3501 §4.5.
    if (patternKeyword(wanted) === 'NIL') return keyword(came) === 'NIL' ? next(bound) : undefined;
    if (wanted.quoted && keyword(came) === 'NIL') return undefined;
    const found = matchText(wanted.template, came.bytes, this.scope, bound, { ignoreCase });
    return found.matched ? next(found.bound) : undefined;
  }

  /** `BODY[HEADER.FIELDS (From Subject)]<0>`: words and field names ignore case, fields may stand in any order. */
  private section(wanted: ImapStringPattern, came: ImapText, bound: Bound, next: Next): Found {
    const name = matchText(wanted.template, came.bytes, this.scope, bound, { ignoreCase: true });
    if (!name.matched || wanted.origin !== came.origin) return undefined;
    const fields: Compare = (fieldsWanted, fieldsCame, now, next2) => {
      if (fieldsWanted.kind !== 'list' || fieldsCame.kind !== 'list')
        return this.loose(fieldsWanted, fieldsCame, now, next2);
      return this.set(fieldsWanted.items, fieldsCame.items, now, next2);
    };
    return this.sequence(wanted.section!, came.section!, name.bound, next, () => fields);
  }

  /**
   * Values in any order, strings ignoring case. `${*}` lets others stand there as well.
   * @param open others may stand there anyhow. @param passed keywords that may be there unasked.
   */
  set(wanted: ImapPattern[], came: ImapValue[], bound: Bound, next: Next, open = false, passed: string[] = []): Found {
    const whole = wanted.length === 1 ? this.rest(wanted[0]!, came, bound, next) : undefined;
    if (whole !== undefined) return whole;
    const others = open || wanted.some(isRest);
    const patterns = wanted.filter((pattern) => !isRest(pattern));
    // Those without a choice first, so that a capture takes what is left.
    patterns.sort((a, b) => Number(patternKeyword(a) === undefined) - Number(patternKeyword(b) === undefined));
    const from = (w: number, left: ImapValue[], now: Bound): Found => {
      if (w === patterns.length) {
        const extra = left.filter((value) => !passed.includes(keyword(value) ?? ''));
        return others || extra.length === 0 ? next(now) : undefined;
      }
      for (const value of left) {
        const without = left.filter((each) => each !== value);
        const found = this.loose(patterns[w]!, value, now, (bound2) => from(w + 1, without, bound2));
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return from(0, came, bound);
  }

  /**
   * Name and value, name and value, in any order; more of them may have come.
   * @param compareFor what compares the value of a name (upper case).
   */
  pairs(
    wanted: ImapPattern[],
    came: ImapValue[],
    bound: Bound,
    next: Next,
    compareFor: (name: string) => Compare,
  ): Found {
    const from = (w: number, now: Bound): Found => {
      if (w < wanted.length && isRest(wanted[w])) return from(w + 1, now);
      if (w >= wanted.length) return next(now);
      for (let c = 0; c + 1 < came.length; c += 2) {
        const found = this.loose(wanted[w]!, came[c]!, now, (named) => {
          const pattern = wanted[w + 1];
          if (pattern === undefined) return undefined;
          if (isRest(pattern)) return from(w + 2, named);
          const value = came[c + 1]!;
          const compare = compareFor(keyword(came[c]) ?? '');
          return compare(pattern, value, named, (bound2) => from(w + 2, bound2)) ?? this.differs(value);
        });
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return from(0, bound);
  }
}

function fits(type: string, value: ImapText): boolean {
  const text = value.bytes.toString('latin1');
  if (type === 'number') return value.kind === 'atom' && /^\d+$/.test(text);
  return type !== 'atom' || (text !== '' && !SPECIAL.test(text) && keyword(value) !== 'NIL');
}
