/**
 * Where somebody may step in: the same four places in every protocol. A mistake (defects/), a fault on cue and a test use them, and
 * whoever embeds the server may. With none of them nothing is composed and nothing is asked: every field is undefined, and every
 * part is the right object itself.
 */

import type { Octets } from './net/octets';
import type { Reading } from './net/reading';

/**
 * What one guest of a protocol's sessions may do; `S` is the session, `C` a command, `R` what answers it, `Out` one response on its way
 * out, where that is something else.
 */
export interface Seams<S, C, R, Parts = unknown, Out = R> {
  /** Around a whole session, greeting to end; throws what `next` throws (Interrupted, when the connection is lost). */
  session?(session: S, next: () => Promise<void>): Promise<void>;
  /** Octets in, before a line or a block is cut from them; made once a session, each octet passes once. */
  read?(session: S): Reading;
  /**
   * Around a command, which may be changed first. Undefined: nothing more is answered. Throws what `next` throws. The greeting and
   * the end of SMTP's data are commands too, GREETING and END. Faults on cue stand outside all others: see faults/play.ts.
   */
  around?: Around<S, C, R>;
  /** A response before it is written; undefined keeps it back. `command` is the one that is being carried out, if one is. */
  out?(response: Out, session: S, command?: C): Out | undefined;
  /** The whole response as octets. */
  write?(octets: Octets, response: Out, session: S): Octets;
  /** Parts of the server as this protocol sees them: gives the methods that are replaced. */
  parts?: Replacements<Parts>;
}

export type Around<S, C, R> = (session: S, command: C, next: () => Promise<R | undefined>) => Promise<R | undefined>;

/** For each part that is changed: its new methods, given the right part to call on. */
export type Replacements<Parts> = { [Name in keyof Parts]?: (right: Parts[Name]) => Partial<Parts[Name]> };

/** All guests of a protocol as one; the first named is the outermost. Undefined fields where nobody wants the place. */
export function composed<S, C, R, Parts, Out = R>(
  guests: ReadonlyArray<Seams<S, C, R, Parts, Out>>,
): Seams<S, C, R, Parts, Out> {
  type Guest = Seams<S, C, R, Parts, Out>;
  const of = <Name extends keyof Guest>(name: Name) =>
    guests.flatMap((guest) => (guest[name] === undefined ? [] : [guest])) as Array<Guest & Required<Pick<Guest, Name>>>;
  const whole: Guest = {};
  const sessions = of('session');
  if (sessions.length > 0) {
    whole.session = (session, next) =>
      sessions.reduceRight<() => Promise<void>>((inner, guest) => () => guest.session(session, inner), next)();
  }
  const reads = of('read');
  if (reads.length > 0) {
    whole.read = (session) => {
      const readings = reads.map((guest) => guest.read(session));
      return (octets, want) => readings.reduce((seen, reading) => reading(seen, want), octets);
    };
  }
  const arounds = of('around');
  if (arounds.length > 0) {
    whole.around = (session, command, next) =>
      arounds.reduceRight<() => Promise<R | undefined>>(
        (inner, guest) => () => guest.around(session, command, inner),
        next,
      )();
  }
  // The innermost is the first to see what the server says.
  const outs = of('out').reverse();
  if (outs.length > 0) {
    whole.out = (response, session, command) =>
      outs.reduce<Out | undefined>(
        (said, guest) => (said === undefined ? undefined : guest.out(said, session, command)),
        response,
      );
  }
  const writes = of('write').reverse();
  if (writes.length > 0) {
    whole.write = (octets, response, session) =>
      writes.reduce((written, guest) => guest.write(written, response, session), octets);
  }
  const parts = of('parts').reverse();
  if (parts.length > 0) whole.parts = together(parts.map((guest) => guest.parts));
  return whole;
}

/** Replacements of several guests as one: each calls on what those within it made of the part. */
function together<Parts>(all: ReadonlyArray<Replacements<Parts>>): Replacements<Parts> {
  const names = new Set(all.flatMap((replacements) => Object.keys(replacements) as Array<keyof Parts>));
  const whole: Replacements<Parts> = {};
  for (const name of names) {
    whole[name] = (right) => {
      const methods: Partial<Parts[typeof name]> = {};
      let within = right;
      for (const replacements of all) {
        const own = replacements[name]?.(within);
        if (!own) continue;
        define(methods, own);
        within = define(Object.create(within as object), own);
      }
      return methods;
    };
  }
  return whole;
}

/**
 * An object derived from the part, with its new methods; the part itself where nothing is replaced. For parts that protocols share,
 * such as the store: the others go on with the right one.
 */
export function replaced<Part>(right: Part, replacement: ((right: Part) => Partial<Part>) | undefined): Part {
  if (!replacement) return right;
  return replacedInPlace(Object.create(right as object), replacement as (right: object) => object) as Part;
}

/** Puts new methods into a part that was just made for one session, which stays the one object that others know. */
export function replacedInPlace<Part extends object>(
  part: Part,
  replacement: ((right: Part) => Partial<Part>) | undefined,
): Part {
  if (!replacement) return part;
  const right = asItWas(part);
  const methods = replacement(right);
  for (const name of Object.keys(methods) as Array<keyof Part & string>) keep(right, name, part[name]);
  return define(part, methods);
}

/** Defined and not assigned: what is replaced may be a getter. */
function define<Part extends object>(part: Part, methods: object): Part {
  return Object.defineProperties(part, Object.getOwnPropertyDescriptors(methods));
}

/** What new methods call on, as on `super`: the old methods, which act on the part as it will be. */
function asItWas<Part extends object>(part: Part): Part {
  const right = Object.create(part) as Part;
  for (let holder = part; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (typeof value === 'function' && name !== 'constructor') keep(right, name, value.bind(part));
    }
  }
  return right;
}

function keep(right: object, name: string, value: unknown): void {
  if (!Object.hasOwn(right, name))
    Object.defineProperty(right, name, { value, writable: true, configurable: true, enumerable: true });
}
