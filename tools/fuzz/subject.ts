import type { Text } from './grammar/text';

/** Something that reads what others wrote, and what to throw at it. */
export interface Subject {
  readonly name: string;
  /** What is read, and what must hold beside that nothing crashes, hangs or grows. */
  readonly about: string;
  /** Inputs, as binary strings. */
  readonly input: Text;
  /** How many inputs one of them stands for; 1 unless it says otherwise. */
  readonly holds?: number;
  /** Makes what reads them; it goes on with the same thing from one input to the next, where it is one that lasts. */
  open(): Promise<Reader> | Reader;
}

export interface Reader {
  /**
   * Reads one input. Throws, or rejects, where it finds something wrong. Gives how many octets it has read besides, where the input made it write
   * some: they take time, too.
   */
  read(octets: Buffer): Promise<unknown> | unknown;
  close?(): Promise<void> | void;
}

/** A subject of which nothing lasts. */
export function stateless(name: string, about: string, input: Text, read: Reader['read']): Subject {
  return { name, about, input, open: () => ({ read }) };
}

type ErrorClass = new (...args: never[]) => Error;

/** Nothing, where the error is of a kind that a reader promises for what it does not take; otherwise it is thrown on. */
export function promised(kinds: readonly ErrorClass[], error: unknown): undefined {
  if (!kinds.some((kind) => error instanceof kind)) throw error;
  return undefined;
}

/** What it gives, or nothing where it throws what it promises. */
export function taken<T>(kinds: readonly ErrorClass[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    return promised(kinds, error);
  }
}
