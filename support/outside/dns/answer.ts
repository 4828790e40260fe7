/** What the suite's name server answers for a name: its records, or a way of failing. */

/** A host of `.` is the root: `{ type: 'MX', preference: 0, host: '.' }` says that the domain takes no mail (RFC 7505 §3). */
export type DnsRecord =
  | { type: 'A' | 'AAAA'; address: string }
  | { type: 'MX'; preference: number; host: string }
  | { type: 'CNAME' | 'NS' | 'PTR'; host: string }
  | { type: 'TXT'; text: string }
  | { type: 'TLSA'; usage: number; selector: number; matching: number; data: Buffer }
  | { type: 'SOA'; host: string; mailbox: string };

export type RecordType = DnsRecord['type'];

/**
 * - `NXDOMAIN` although there are records: meant for one type, as load balancers do that know only A (RFC 4074).
 * - `silence`: no answer at all.
 * - `truncated`: over UDP only that the answer was too long; the whole of it over TCP.
 * - `wrong id`: the records, in answer to a question that was not asked; nobody may believe it (RFC 5452).
 * - `lame`: no error and no records from one who does not claim to know, and refers to the root (RFC 1912).
 * - `garbage`: a record whose name is a pointer to itself.
 */
export const FAULTS = [
  'SERVFAIL',
  'REFUSED',
  'NXDOMAIN',
  'silence',
  'truncated',
  'wrong id',
  'lame',
  'garbage',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface Answer {
  records?: readonly DnsRecord[];
  /** Of this name and what is below, as who checks signatures tells it: AD stands by the answer. */
  signed?: boolean;
  /** For every question about the name, or by the type that is asked for: `{ MX: 'SERVFAIL' }`. */
  fault?: Fault | Partial<Record<RecordType, Fault>>;
}

/** A question that came, whatever was answered. */
export interface Asked {
  /** In small letters, without the last dot. */
  name: string;
  /** `MX`, `A`; a type that has no name here is `UNKNOWN_65`. */
  type: string;
  transport: Transport;
  /** Milliseconds, as Date.now() gives them. */
  at: number;
}

export type Transport = 'udp' | 'tcp';
