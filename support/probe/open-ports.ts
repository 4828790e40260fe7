/** Which ports of a host are open where mail services usually listen: proposals for who describes a target. */
import { accepts } from '../targets/launch/readiness';
import { PORTS, SERVICES, type ServiceName } from '../targets/services';

/** Beside their own: those of servers without root, which add a round number (the bundled one adds 2000, GreenMail 3000). */
const ADDED = [0, 2000, 1000, 3000, 5000, 8000, 10_000];
const ALSO: Partial<Record<ServiceName, readonly number[]>> = { smtp: [2525] };

/** The first that is open for each service. */
export async function findOpenPorts(host: string): Promise<Map<ServiceName, number>> {
  const found = await Promise.all(
    SERVICES.map(async (name): Promise<[ServiceName, number][]> => {
      const candidates = [...ADDED.map((more) => PORTS[name] + more), ...(ALSO[name] ?? [])];
      const open = await Promise.all(candidates.map((port) => accepts(host, port)));
      const first = candidates.find((_, index) => open[index]);
      return first === undefined ? [] : [[name, first]];
    }),
  );
  return new Map(found.flat());
}
