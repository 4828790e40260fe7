import type { Capabilities, CapabilityState, ServiceName } from '../target';

type Ask = () => Promise<Capabilities>;

/** Remembers what was announced, per service and state. A question that failed is asked again: the target may be back. */
export class CapabilityCache {
  private readonly known = new Map<string, Promise<Capabilities>>();

  async get(service: ServiceName, state: CapabilityState, ask: Ask): Promise<Capabilities> {
    const key = `${service} ${state}`;
    const asked = this.known.get(key) ?? ask();
    this.known.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      this.known.delete(key);
      throw error;
    }
  }
}
