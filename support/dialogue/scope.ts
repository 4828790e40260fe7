import { DialogueError } from './errors';
import type { Expression, Template } from './expression';
import { derivedSecret, FUNCTIONS } from './functions';
import { parseTemplate } from './template';

export type ScopeValue = string | number | Buffer;
export type Resolve = (name: string) => ScopeValue | undefined;

/** What was bound while a line is being matched; the newest first, so that trying another way costs nothing. */
export type Bound = { name: string; value: Buffer; rest: Bound } | undefined;

/**
 * The names of one scenario: values set by steps, messages, what dialogues bound. A name that is not set is asked of
 * `resolve`, so that `alice.password` is looked up only where it is used.
 */
export class Scope {
  constructor(
    private readonly resolve: Resolve = () => undefined,
    private readonly values = new Map<string, Buffer | Error>(),
    /** Told of what follows from a password, for the transcript to hide. */
    readonly hide: (secret: string) => void = () => {},
  ) {}

  /** The same names as a session knows them: of what is not set the session is asked first, since its login may be another. */
  on({ options: { resolve } }: { options: { resolve?: Resolve } }): Scope {
    return resolve === undefined
      ? this
      : new Scope((name) => resolve(name) ?? this.resolve(name), this.values, this.hide);
  }

  /** Whether the name was set here, or withheld. */
  has(name: string): boolean {
    return this.values.has(name);
  }

  /** The octets of a name, or undefined. `x.size` is the number of octets of `x`, unless it has a value of its own. */
  get(name: string): Buffer | undefined {
    const known = this.values.get(name);
    if (known instanceof Error) throw known;
    if (known !== undefined) return known;
    const whole = name.endsWith('.size') ? this.get(name.slice(0, -5)) : undefined;
    if (whole !== undefined) return toBuffer(whole.length);
    const resolved = this.resolve(name);
    return resolved === undefined ? undefined : toBuffer(resolved);
  }

  set(name: string, value: ScopeValue): void {
    this.values.set(name, toBuffer(value));
  }

  /** Whoever asks for the name gets this thrown. */
  withhold(name: string, fault: Error): void {
    this.values.set(name, fault);
  }

  /** Takes over what a match has bound. */
  bind(bound: Bound): void {
    for (let each = bound; each !== undefined; each = each.rest) this.values.set(each.name, each.value);
  }

  /** The octets of a text with its expressions filled in. @throws DialogueError for a name that is not known. */
  expand(text: string | Template): Buffer {
    return expandTemplate(typeof text === 'string' ? parseTemplate(text) : text, this);
  }
}

function toBuffer(value: ScopeValue): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(String(value));
}

/** The value of a name, what was just bound first. */
export function lookUp(name: string, scope: Scope, bound: Bound): Buffer | undefined {
  for (let each = bound; each !== undefined; each = each.rest) if (each.name === name) return each.value;
  return scope.get(name);
}

/** The octets of a template. @throws DialogueError for an unknown name, and for `${*}` and `${name:type}`, which have none. */
export function expandTemplate(template: Template, scope: Scope, bound?: Bound): Buffer {
  const [first] = template;
  if (template.length === 1 && first!.kind === 'literal') return first!.bytes;
  return Buffer.concat(template.map((part) => (part.kind === 'literal' ? part.bytes : evaluate(part, scope, bound))));
}

/** The octets of an expression. @throws as expandTemplate. */
export function evaluate(expression: Expression, scope: Scope, bound?: Bound): Buffer {
  switch (expression.kind) {
    case 'bytes':
      return expression.bytes;
    case 'quote':
      return expandTemplate(expression.parts, scope, bound);
    case 'value': {
      const value = lookUp(expression.name, scope, bound);
      if (value === undefined) throw new DialogueError(`\${${expression.name}} is not known here`);
      return value;
    }
    case 'sum': {
      const left = toNumber(evaluate(expression.left, scope, bound));
      const right = toNumber(evaluate(expression.right, scope, bound));
      return Buffer.from(String(expression.sign === 1 ? left + right : left - right));
    }
    case 'repeat': {
      const times = Number(toNumber(evaluate(expression.times, scope, bound)));
      const of = evaluate(expression.of, scope, bound);
      return Buffer.alloc(times * of.length, of);
    }
    case 'call': {
      const value = FUNCTIONS[expression.name]!(expression.args.map((arg) => evaluate(arg, scope, bound)));
      const secret = derivedSecret(expression.name, value);
      if (secret) scope.hide(secret);
      return value;
    }
    case 'any':
    case 'capture':
      throw new DialogueError('${*} and ${name:type} take what a server sends; here a value is needed');
  }
}

/** A decimal number of any size. @throws DialogueError for anything else. */
export function toNumber(bytes: Buffer): bigint {
  const text = bytes.toString('latin1');
  if (!/^\d+$/.test(text)) throw new DialogueError(`“${text.slice(0, 40)}” is not a number`);
  return BigInt(text);
}
