/**
 * Loopback addresses for hosts, each used once in a process: all of 127.0.0.0/8 is there on Linux without anybody's help. A process
 * begins at a place of its own, so that two of them do not stand in each other's way.
 */
const SECOND = { from: 16, count: 200 };
const HOSTS_A_NETWORK = 254;
const NETWORKS = 254;

export class Addresses {
  private given = 0;
  private readonly second: number;

  /** @param process a number that is the process's own */
  constructor(process: number) {
    this.second = SECOND.from + (process % SECOND.count);
  }

  next(): string {
    const n = this.given++ % (HOSTS_A_NETWORK * NETWORKS);
    return `127.${this.second}.${Math.floor(n / HOSTS_A_NETWORK) + 1}.${(n % HOSTS_A_NETWORK) + 1}`;
  }
}
