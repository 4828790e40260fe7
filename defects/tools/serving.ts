/** Mistakes with serving several clients. */

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
