/** Mail as hosts elsewhere have taken it. */
import type { MailHost } from '../outside/hosts/host';
import type { Sought } from './delivery';

export interface Arrival {
  /** Of the transaction at this host, from 1, all sessions together: a client may try again in a session that it has kept (RFC 5321 §3.3). */
  number: number;
  message: Buffer;
}

/** What it has taken of this, oldest first. */
export function arrivals({ sessions }: MailHost, sought: Sought): Arrival[] {
  return sessions
    .flatMap(({ transactions }) => transactions)
    .flatMap(({ accepted, message, reversePath }, n) =>
      accepted && message && sought.matches(message, reversePath) ? [{ number: n + 1, message }] : [],
    );
}
