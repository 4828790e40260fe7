/** 250 means stored (RFC 5321 §4.2.5, §6.1), unless the server is in no hurry. */

import type { Envelope } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import { composed } from '../../reference-server/seams';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';
import { delivering, on } from './tools';

/** Milliseconds. */
const LATE = 200;

/** How a message is stored that was answered 250 already, by its envelope. */
const unstored = new WeakMap<Envelope, () => Promise<unknown>>();
/** What waits to be stored, by session. */
const waiting = new WeakMap<Session, Set<() => Promise<unknown>>>();

/** What is answered 250 is stored a moment later, or at the session's end; a session that is lost takes it along. */
export const STORED_LATE: SmtpSeams = composed([
  {
    async session(session, next) {
      const tasks = new Set<() => Promise<unknown>>();
      waiting.set(session, tasks);
      try {
        await next();
        for (const store of tasks) await store();
      } finally {
        tasks.clear();
      }
    },
  },
  on('END', async (session, _, next) => {
    const { transaction } = session;
    const answer = await next();
    const store = transaction && unstored.get(transaction);
    const tasks = waiting.get(session);
    if (store) tasks?.add(store);
    if (store) setTimeout(() => tasks?.delete(store) && void store(), LATE);
    return answer;
  }),
  delivering((right) => ({
    async accept(mail) {
      if (right.judge(mail)) return right.accept(mail);
      const { recipients } = mail.envelope;
      unstored.set(mail.envelope, () => right.accept(mail));
      return (mail.verdicts === 'each' ? recipients : recipients.slice(0, 1)).map(() => reply(250, '2.0.0', 'Taken'));
    },
  })),
]);
