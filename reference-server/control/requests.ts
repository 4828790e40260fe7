/** What may be asked on the control socket: one line of JSON, answered by one. */

import type { QueueDesk } from '../queue/desk';

export interface Request {
  readonly do: keyof QueueDesk;
  /** Where a list goes on, an id, a destination. */
  readonly with?: unknown;
}

export type Answer = { readonly value?: unknown } | { readonly error: string };

/** Octets of the longest request that is read. */
export const LONGEST_REQUEST = 64 * 1024;

type Deed = (desk: QueueDesk, given: unknown) => Promise<unknown>;

const DEEDS: ReadonlyMap<unknown, Deed> = new Map<keyof QueueDesk, Deed>([
  ['list', (desk, given) => desk.list(wholeNumber(given))],
  ['why', (desk, given) => desk.why(text(given))],
  ['retry', (desk, given) => desk.retry(given === undefined ? undefined : text(given))],
  ['remove', (desk, given) => desk.remove(text(given))],
]);

/** The answer, whatever the line is. */
export async function answer(desk: QueueDesk, line: string): Promise<Answer> {
  try {
    const request = JSON.parse(line) as Partial<Request> | null;
    const deed = DEEDS.get(request?.do);
    if (!deed) throw new Error(`this server cannot do ${JSON.stringify(request?.do)}; it can do ${[...DEEDS.keys()]}`);
    return { value: await deed(desk, request?.with) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function wholeNumber(given: unknown): number {
  if (!Number.isSafeInteger(given)) throw new Error('a list goes on at a number');
  return given as number;
}

function text(given: unknown): string {
  if (typeof given !== 'string') throw new Error('which message is missing');
  return given;
}
