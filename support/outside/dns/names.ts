import type { Answer, DnsRecord } from './answer';
import { keyOf, labelsOf, upwards } from './name';

/** All that is known, and which names exist because something below them does. */
export class Names {
  readonly #answers = new Map<string, Answer>();
  /** How many names are set at a name or below it: a name in between exists too, though it has no records (RFC 8020). */
  readonly #below = new Map<string, number>();

  set(name: string, answer: Answer): void {
    const key = keyOf(labelsOf(name));
    if (!this.#answers.has(key)) this.#count(key, 1);
    this.#answers.set(key, answer);
  }

  remove(name: string): void {
    const key = keyOf(labelsOf(name));
    if (this.#answers.delete(key)) this.#count(key, -1);
  }

  get(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  /** Whether it, or what it is below of, is signed. */
  isSigned(key: string): boolean {
    return upwards(key).some((above) => this.#answers.get(above)?.signed);
  }

  exists(key: string): boolean {
    return key === '' || this.#below.has(key);
  }

  /**
   * Where the zone of a name begins: at an SOA that somebody set, otherwise below the root. A resolver that asks here for what is below `test`
   * would not believe the root's SOA, and would keep that there is nothing.
   */
  zoneOf(key: string): { top: string; soa: DnsRecord } {
    const above = upwards(key);
    for (const top of above) {
      const soa = this.#answers.get(top)?.records?.find(({ type }) => type === 'SOA');
      if (soa) return { top, soa };
    }
    const top = above.at(-1) ?? '';
    return { top: top !== key || this.exists(top) ? top : '', soa: SOA };
  }

  #count(key: string, by: number): void {
    for (const name of upwards(key)) {
      const count = (this.#below.get(name) ?? 0) + by;
      if (count === 0) this.#below.delete(name);
      else this.#below.set(name, count);
    }
  }
}

const SOA: DnsRecord = { type: 'SOA', host: 'ns.mailspec.test', mailbox: 'hostmaster.mailspec.test' };
