/** How often a server has ended while sessions ran: for mistakes that show after its next start. */
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { ImapService } from '../../reference-server/imap/service';
import { Interrupted } from '../../reference-server/net/interrupted';

const ends = new WeakMap<ImapService, number>();

/** Counts the sessions that met the end of their server. */
export const countingEnds: Pick<ImapSeams, 'session'> = {
  async session(session, next) {
    try {
      await next();
    } catch (error) {
      if (error instanceof Interrupted && error.reason === 'shutdown')
        ends.set(session.service, 1 + endsOf(session.service));
      throw error;
    }
  },
};

export function endsOf(service: ImapService): number {
  return ends.get(service) ?? 0;
}

/** How often the server had ended when a mailbox was first selected. */
const seen = new WeakMap<ImapService, Map<number, number>>();

/** Tells whether the server has ended since this mailbox was first selected. */
export function hasEndedSince(service: ImapService, mailbox: number): () => boolean {
  const known = seen.get(service) ?? new Map<number, number>();
  seen.set(service, known);
  const first = known.get(mailbox) ?? endsOf(service);
  known.set(mailbox, first);
  return () => endsOf(service) > first;
}
