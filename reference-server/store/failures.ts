/** What SQLite says when the disk, and not the call, is the reason. */

import { StoreError } from './error';

/** Primary result codes (https://sqlite.org/rescode.html). */
const FULL = 13;
const READONLY = 8;
const CANTOPEN = 14;
/** BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const UNAVAILABLE: ReadonlySet<number | undefined> = new Set([5, 6, 7, READONLY, 10, 11, CANTOPEN, 26]);

function codeOf(error: unknown): number | undefined {
  const { errcode } = (error ?? {}) as { errcode?: number };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

/** The error as the store's callers know it; others stay what they are: this program is wrong. */
export function asStoreError(error: unknown): unknown {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (code === FULL) return new StoreError('full', said, error);
  return UNAVAILABLE.has(code) && code !== undefined ? new StoreError('unavailable', said, error) : error;
}

/** Whether nothing can be written at this place. */
export function isUnwritable(error: unknown): boolean {
  const code = codeOf(error);
  return code === READONLY || code === CANTOPEN;
}

/** Does what helps and is not needed: where the disk forbids it, it is left undone. Says whether it is done. */
export function ifPossible(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'full' || error.code === 'unavailable')) return false;
    throw error;
  }
}
