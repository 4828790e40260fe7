/** Checks of values that come from outside, put together to a schema: whoever starts a server from JavaScript has no types. */

/** Names the option that is wrong, and says what is wrong with it. */
export class OptionError extends Error {
  constructor(
    /** As `limits.errors` or `accounts[1].address`. */
    readonly option: string,
    what: string,
  ) {
    super(`${option} ${what}`);
    this.name = 'OptionError';
  }
}

/** Throws an OptionError. */
export type Check = (value: unknown, at: string) => void;

/** A check for each field of an object. */
export type Fields<Type> = Record<keyof Type & string, Check>;

/** What fits; everything else is told what it should be. */
export function fitting(what: string, fits: (value: unknown) => boolean): Check {
  return (value, at) => {
    if (!fits(value)) throw new OptionError(at, `is ${shown(value)}; it should be ${what}`);
  };
}

export const text = fitting('text', (value) => typeof value === 'string');
export const flag = fitting('true or false', (value) => typeof value === 'boolean');
export const callback = fitting('a function', (value) => typeof value === 'function');

/** Text of one line that is not empty. */
export const word = fitting('a word', (value) => typeof value === 'string' && /^\S+$/.test(value));

/** `local@domain`. */
export const address = fitting(
  'an address, as ann@example.test',
  (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$|^"[^"\r\n]+"@[^\s@]+$/.test(value),
);

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  const what =
    most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`;
  return fitting(what, (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most);
}

/** A number, or Infinity for no limit. */
export function upTo(least: number): Check {
  return fitting(`a number from ${least}`, (value) => typeof value === 'number' && value >= least);
}

export function oneOf(names: Iterable<string>): Check {
  const known = [...names];
  return fitting(`one of ${known.join(', ')}`, (value) => known.includes(value as string));
}

export function list(each: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) throw new OptionError(at, `is ${shown(value)}; it should be a list`);
    for (const [i, item] of value.entries()) each(item, `${at}[${i}]`);
  };
}

/** An object with these fields and no others; those that are required must be there. */
export function object(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, at) => {
    const entries = entriesOf(value, at);
    for (const name of required)
      if (!(name in (value as object))) throw new OptionError(within(at, name), 'is missing');
    for (const [name, field] of entries) {
      if (!Object.hasOwn(fields, name))
        throw new OptionError(within(at, name), `is not known; there are ${Object.keys(fields).join(', ')}`);
      if (field !== undefined) fields[name]!(field, within(at, name));
    }
  };
}

/** An object whose names are data. */
export function record(key: Check, each: Check): Check {
  return (value, at) => {
    for (const [name, field] of entriesOf(value, at)) {
      key(name, `a name in ${at}`);
      each(field, within(at, name));
    }
  };
}

function entriesOf(value: unknown, at: string): [name: string, field: unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OptionError(at || 'the options', `is ${shown(value)}; it should be an object`);
  return Object.entries(value);
}

function within(at: string, name: string): string {
  if (at === '') return name;
  return /^[\w-]+$/.test(name) ? `${at}.${name}` : `${at}[${JSON.stringify(name)}]`;
}

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  return typeof value === 'string' ? JSON.stringify(value).slice(0, 80) : String(value).slice(0, 80);
}
