/** Mistakes with what waits for its time (RFC 4865). */

import { without } from './reports';
import { COMMON, defect, keeping, type RelayDefect } from './tools';

const HERE = '(here)';

export const futurerelease: readonly RelayDefect[] = [
  defect(
    'futurerelease-twice',
    'A message that is to go later goes at once as well.',
    COMMON,
    keeping((right) => ({
      add(entry) {
        const now = entry.recipients.map((recipient) => ({ ...recipient, due: entry.arrived }));
        if (entry.recipients.some(({ due }) => due! > entry.arrived)) right.add({ ...entry, recipients: now });
        return right.add(entry);
      },
    })),
  ),
  defect(
    'futurerelease-forgotten-at-start',
    'A server that starts tries everything that is in its queue.',
    COMMON,
    keeping((right) => ({
      destinations() {
        for (const { id, arrived } of right.entries(0, 1000))
          for (const one of right.recipients(id)) if (one.due) right.update({ ...one, due: arrived });
        return right.destinations();
      },
    })),
  ),
  defect(
    'futurerelease-asked-for',
    'ETRN releases what waits for its time.',
    COMMON,
    keeping((right) => ({
      hasten(destination, now) {
        for (const { id } of right.entries(0, 1000))
          for (const one of right.recipients(id))
            if (one.due && one.destination === destination) right.update({ ...one, due: now });
        return right.hasten(destination, now);
      },
    })),
  ),
  defect(
    'futurerelease-lost',
    'What waited for its time is thrown away where a mailbox here was to have it.',
    COMMON,
    keeping((right) => ({
      dueFor(destination, now, after, limit) {
        const due = right.dueFor(destination, now, after, limit);
        if (destination !== HERE) return due;
        for (const { entry } of due) right.remove(entry);
        return [];
      },
    })),
  ),
  defect(
    'futurerelease-unreported',
    'A report does not tell that the message was to go later.',
    COMMON,
    without('Future-Release-Request'),
  ),
];
