/** Mistakes with what waits when somebody asks for it (RFC 1985). */

import { COMMON, defect, keeping, type RelayDefect } from './tools';

export const etrn: readonly RelayDefect[] = [
  defect(
    'etrn-nothing-waits',
    'What was put off is not counted when the reply to ETRN says how much waits.',
    COMMON,
    keeping((right) => ({
      hasten(destination, now) {
        right.hasten(destination, now);
        return 0;
      },
    })),
  ),
  defect(
    'etrn-always-something',
    'The reply to ETRN says that messages wait, whatever does.',
    COMMON,
    keeping((right) => ({ hasten: (destination, now) => right.hasten(destination, now) + 1 })),
  ),
  defect(
    'etrn-empties-the-queue',
    'What waits for the domain is taken out of the queue before it is handed on.',
    COMMON,
    keeping((right) => ({
      hasten(destination, now) {
        const pending = right.hasten(destination, now);
        for (const { entry } of right.dueFor(destination, now, undefined, pending)) right.remove(entry);
        return pending;
      },
    })),
  ),
  defect(
    'etrn-busy',
    'ETRN fails while the queue is at work on the same domain.',
    COMMON,
    keeping((right) => ({
      hasten(destination, now) {
        const pending = right.hasten(destination, now);
        if (pending > 0) throw new Error('the queue is locked');
        return pending;
      },
    })),
  ),
];
