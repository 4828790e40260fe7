/** Runs a piece of work so many times over so many connections; gives how often a second it was done. */
export async function perSecond<C>(
  options: { connections: number; times: number },
  open: (n: number) => Promise<C>,
  work: (client: C, n: number) => Promise<void>,
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: options.connections }, (_, n) => open(n)));
  let next = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (next < options.times) await work(client, next++);
    }),
  );
  return options.times / ((performance.now() - started) / 1000);
}
