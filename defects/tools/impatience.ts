/** Impatience with clients that say nothing, the same in every protocol. */
import type { Clock } from '../../reference-server/net/clock';
import type { Connection } from '../../reference-server/net/connection';

interface Session {
  readonly connection: Connection;
  readonly context: { readonly clock: Clock; readonly limits: { idle?: number } };
}

const MINUTE = 60_000;

/** So many minutes of silence are too many. */
export const impatient = (minutes: number) => ({
  session({ connection, context }: Session, next: () => Promise<void>): Promise<void> {
    connection.setIdle(Math.min(minutes * MINUTE, context.limits.idle ?? Number.POSITIVE_INFINITY));
    return next();
  },
});

/** So many minutes are for the whole session, whatever is said in it. */
export const timedAsWhole = (minutes: number) => ({
  async session({ connection, context }: Session, next: () => Promise<void>): Promise<void> {
    const cancel = context.clock.after(minutes * MINUTE, () => connection.interrupt('idle'));
    await next().finally(cancel);
  },
});
