/** Runs a piece of work so many times over so many connections; gives how often a second it was done, opening and leaving not counted. */
export async function perSecond<C extends { close(): void }>(
  options: { connections: number; times: number },
  open: (n: number) => Promise<C>,
  work: (client: C, n: number) => Promise<void>,
  leave: (client: C) => unknown = (client) => client.close(),
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: options.connections }, (_, n) => open(n)));
  let next = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (next < options.times) await work(client, next++);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const client of clients) await leave(client);
  return options.times / seconds;
}
