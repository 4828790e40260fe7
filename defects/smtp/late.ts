/** 250 means stored (RFC 5321 §4.2.5, §6.1), unless the server waits for more. */

import type { Envelope } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import { composed } from '../../reference-server/seams';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';
import { delivering, on } from './tools';

type Task = () => Promise<unknown>;

/** How a message is delivered that was answered 250 already, by its envelope. */
const undelivered = new WeakMap<Envelope, Task>();
/** Those of a session, which go with it. */
const waiting = new WeakMap<Session, Task[]>();

/** What is answered 250 waits in memory for QUIT. */
export const DELIVERED_AT_QUIT: SmtpSeams = composed([
  on('END', async (session, _, next) => {
    const { transaction } = session;
    const answer = await next();
    const task = transaction && undelivered.get(transaction);
    if (task) waiting.set(session, [...(waiting.get(session) ?? []), task]);
    return answer;
  }),
  on('QUIT', async (session, _, next) => {
    for (const deliver of waiting.get(session) ?? []) await deliver();
    return next();
  }),
  delivering((right) => ({
    async accept(mail) {
      if (right.judge(mail)) return right.accept(mail);
      const { recipients } = mail.envelope;
      undelivered.set(mail.envelope, () => right.accept(mail));
      return (mail.verdicts === 'each' ? recipients : recipients.slice(0, 1)).map(() => reply(250, '2.0.0', 'Taken'));
    },
  })),
]);
