/** Mistakes with the queue over the end of the server (RFC 5321 §6.1). */

import type { MessageQueue, NewEntry } from '../../reference-server/store/queue-types';
import { COMMON, defect, keeping as kept, type RelayDefect } from './tools';

/** Milliseconds of real time. */
const LATE = 500;

/** Does something as the server begins to look after the queue, and as it ceases to. */
const overLives = (right: MessageQueue, begin: () => void, cease = () => {}) => ({
  watch: (listener: Parameters<MessageQueue['watch']>[0]) => {
    begin();
    const end = right.watch(listener);
    return () => {
      end();
      cease();
    };
  },
});

export const keeping: readonly RelayDefect[] = [
  defect(
    'queue-in-memory',
    'What waits to be handed on is kept in memory alone, and gone when the server ends.',
    'https://github.com/MarkDHamill/digests/pull/38',
    kept((right) =>
      overLives(right, () => {
        for (const { id } of right.entries(0, Number.MAX_SAFE_INTEGER)) right.remove(id);
      }),
    ),
  ),
  defect(
    'queue-written-late',
    'A message is accepted before the queue is on the disk: it is written half a second later, or when the server is asked to stop.',
    'https://github.com/albertito/chasquid/issues/78',
    kept((right) => {
      let unwritten: Parameters<typeof right.add>[0][] = [];
      const write = () => {
        const entries = unwritten;
        unwritten = [];
        try {
          for (const entry of entries) right.add(entry);
        } catch {
          // Nothing can be written any more: the server was killed.
        }
      };
      return {
        ...overLives(right, () => {}, write),
        add(entry) {
          unwritten.push(entry);
          setTimeout(write, LATE).unref();
          return 0;
        },
      };
    }),
  ),
  defect(
    'log-replayed',
    'The server begins with all that it was ever given: that a host has taken a message is known in memory alone.',
    COMMON,
    kept((right) => {
      const given: NewEntry[] = [];
      return {
        ...overLives(right, () => {
          for (const entry of given.splice(0)) right.add(entry);
        }),
        add(entry) {
          given.push(entry);
          return right.add(entry);
        },
      };
    }),
  ),
];
