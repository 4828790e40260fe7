/** What the name server is to say of a scenario's names, gathered from what the scenario tells. */
import type { Answer, DnsRecord, Fault, RecordType } from './dns/answer';

/** The types that a table may name. */
export const TYPES = ['MX', 'A', 'AAAA', 'CNAME', 'TXT', 'PTR', 'NS', 'TLSA'] as const;

interface Known {
  records: DnsRecord[];
  faults: Partial<Record<RecordType, Fault>>;
  signed?: true;
}

export class Zone {
  private readonly names = new Map<string, Known>();

  /** @param publish tells the name server */
  constructor(private readonly publish: (name: string, answer: Answer) => void) {}

  /** Records that come to be there end the failure that stood in their place. */
  add(name: string, ...records: readonly DnsRecord[]): void {
    const known = this.known(name);
    for (const { type } of records) delete known.faults[type];
    known.records.push(...records);
    this.tell(name, known);
  }

  /** The name is there, and what is asked for is not, unless something else is said of it. */
  fail(name: string, type: RecordType, fault: Fault): void {
    const known = this.known(name);
    known.faults[type] = fault;
    this.tell(name, known);
  }

  /** The name, and all that is below it. */
  sign(name: string): void {
    const known = this.known(name);
    known.signed = true;
    this.tell(name, known);
  }

  /** Takes away the records of a type. */
  drop(name: string, type: RecordType): void {
    const known = this.known(name);
    known.records = known.records.filter((record) => record.type !== type);
    this.tell(name, known);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Takes away what is known of a name. */
  forget(name: string): void {
    this.names.delete(name);
  }

  /** Every name that was spoken of. */
  all(): string[] {
    return [...this.names.keys()];
  }

  private known(name: string): Known {
    const known = this.names.get(name) ?? { records: [], faults: {} };
    this.names.set(name, known);
    return known;
  }

  private tell(name: string, { records, faults, signed }: Known): void {
    const fault = Object.keys(faults).length > 0 ? { fault: { ...faults } } : {};
    this.publish(name, { records: [...records], ...fault, ...(signed && { signed }) });
  }
}

/**
 * The record that a row of a table means: `MX` with `10 mx.example.test`, `A` with an address.
 */
export function recordOf(type: string, value: string): DnsRecord {
  switch (type) {
    case 'MX': {
      const [, preference, host] = /^(\d+) (.+)$/.exec(value) ?? [];
      if (host === undefined)
        throw new Error(`“${value}” is no MX: write a preference and a host, as in “10 mx1.example.test”.`);
      return { type, preference: Number(preference), host };
    }
    case 'A':
    case 'AAAA':
      return { type, address: value };
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { type, host: value };
    case 'TXT':
      return { type, text: value };
    case 'TLSA':
      return tlsaOf(value);
    default:
      throw new Error(`“${type}” is no type of a table: ${TYPES.join(', ')}.`);
  }
}

/** `3 1 1` and the data in hexadecimal. */
function tlsaOf(value: string): DnsRecord {
  const [, usage, selector, matching, data] = /^(\d+) (\d+) (\d+) ((?:[0-9a-f]{2})*)$/i.exec(value) ?? [];
  if (data === undefined)
    throw new Error(`“${value}” is no TLSA: write usage, selector, matching type and data, as in “3 1 1 0a0b”.`);
  const numbers = { usage: Number(usage), selector: Number(selector), matching: Number(matching) };
  return { type: 'TLSA', ...numbers, data: Buffer.from(data, 'hex') };
}
