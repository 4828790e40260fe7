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
