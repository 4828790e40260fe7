/**
 * What becomes of a message, in the log: a line an event, each with the id that its Received field has, so that whoever looks for that
 * finds the whole story. accepted, tried, deferred, still waits, delivered, given up, removed; a report is a message of its own.
 */

import type { Store } from '../store/types';
import type { Path } from './mail';

interface Log {
  readonly store: Store;
  readonly log: (line: string) => void;
}

/** Of what the store's present transaction does nothing is told before it is done. */
export function tell({ store, log }: Log, id: string, event: string): void {
  store.afterCommit(() => log(`mail: ${id} ${event}`));
}

/** `<bob@example.test>, <carol@example.test>`; what is not visible is escaped, so that no address makes a line of its own. */
export function written(paths: readonly Path[]): string {
  return paths.map(({ text }) => `<${text.replace(/\p{C}/gu, encodeURIComponent)}>`).join(', ');
}
