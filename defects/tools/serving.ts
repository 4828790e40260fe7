/** Mistakes with serving several clients. */
import { setTimeout } from 'node:timers/promises';

/** A connection waits, ungreeted, until the one before it has ended. */
export function oneAtATime<S extends { context: object }>(): (session: S, next: () => Promise<void>) => Promise<void> {
  const last = new WeakMap<object, Promise<void>>();
  return async ({ context }, next) => {
    const served = (last.get(context) ?? Promise.resolve()).then(next);
    const ended = served.catch(() => {});
    last.set(context, ended);
    await served;
  };
}

/** A connection waits, ungreeted, while another has said half a line: lines are read in the loop that accepts. */
export function waitingForLines<S extends { context: object }>() {
  const halves = new WeakMap<object, Set<S>>();
  const of = ({ context }: S) => halves.get(context) ?? halves.set(context, new Set()).get(context)!;
  return {
    async session(session: S, next: () => Promise<void>) {
      while (of(session).size > 0) await setTimeout(20);
      await next().finally(() => of(session).delete(session));
    },
    read: (session: S) => (octets: Buffer, want: 'line' | 'block') => {
      if (want === 'line' && octets.length > 0 && octets.at(-1) !== 0x0a) of(session).add(session);
      else of(session).delete(session);
      return octets;
    },
  };
}

/** A connection waits, ungreeted, while somebody has not read what a command has brought: answers are written in the loop that accepts. */
export function waitingForReaders<S extends { context: object; connection: { flush(): Promise<void> } }, C, R>() {
  const unread = new WeakMap<object, number>();
  const count = ({ context }: S) => unread.get(context) ?? 0;
  return {
    async session(session: S, next: () => Promise<void>) {
      while (count(session) > 0) await setTimeout(20);
      await next();
    },
    async around(session: S, _command: C, next: () => Promise<R>) {
      unread.set(session.context, count(session) + 1);
      try {
        const answer = await next();
        await session.connection.flush();
        return answer;
      } finally {
        unread.set(session.context, count(session) - 1);
      }
    },
  };
}
