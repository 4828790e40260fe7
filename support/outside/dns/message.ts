import { isIP } from 'node:net';
import { type Answer as Encodable, encode } from 'dns-packet';
import type { Answer, DnsRecord } from './answer';
import { type Labels, labelsOf } from './name';

/** Nothing may be kept by whoever asked: the next question may get another answer. */
const TTL = 0;
const HEADER = 12;
/** A message's length has two octets over TCP (RFC 1035). */
export const LONGEST = 65_535;
/** The octets of an OPT record without options (RFC 6891). */
export const OPT = 11;
const POINTER = 0xc000;
const TYPES: Record<DnsRecord['type'], number> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  TLSA: 52,
};

/**
 * Writes what follows a message's header. Names are shortened by pointers to where they stood before (RFC 1035), which the library does
 * not do: only so do thousands of records have room in 65,535 octets.
 */
export class Message {
  #parts: Buffer[] = [];
  #length = HEADER;
  readonly #seen = new Map<string, number>();

  get length(): number {
    return this.#length;
  }

  octets(octets: Buffer): void {
    this.#parts.push(octets);
    this.#length += octets.length;
  }

  /** The question's octets, and where later names may point to. */
  question(octets: Buffer, labels: Labels): void {
    this.#remember(labels, this.#length);
    this.octets(octets);
  }

  /** Writes a record unless it makes the message longer than that: then nothing, and false. */
  record(owner: Labels, record: DnsRecord, limit: number): boolean {
    const [parts, length] = [this.#parts.length, this.#length];
    this.#name(owner);
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16BE(TYPES[record.type], 0);
    fixed.writeUInt16BE(1, 2);
    fixed.writeUInt32BE(TTL, 4);
    this.octets(fixed);
    const start = this.#length;
    this.#data(record);
    fixed.writeUInt16BE(this.#length - start, 8);
    if (this.#length <= limit) return true;
    // What was remembered of it is not used again: an answer ends with the first record that has no room.
    this.#parts.length = parts;
    this.#length = length;
    return false;
  }

  whole(header: Buffer): Buffer {
    return Buffer.concat([header, ...this.#parts]);
  }

  #data(record: DnsRecord): void {
    if (record.type === 'MX') this.octets(uint16(record.preference));
    if (record.type !== 'SOA' && 'host' in record) this.#name(labelsOf(record.host));
    else this.octets(dataOf(record));
  }

  #name(labels: Labels): void {
    const parts: Buffer[] = [];
    const start = this.#length;
    for (let at = 0; at < labels.length; at++) {
      const pointer = this.#seen.get(labels.slice(at).join('.'));
      if (pointer !== undefined) {
        this.#remember(labels.slice(0, at), start, labels.slice(at));
        this.octets(Buffer.concat([...parts, uint16(POINTER | pointer)]));
        return;
      }
      parts.push(Buffer.from([labels[at]!.length]), Buffer.from(labels[at]!, 'latin1'));
    }
    this.#remember(labels, start);
    this.octets(Buffer.concat([...parts, Buffer.of(0)]));
  }

  /** With case: a name that is written in another case than before must come out as it is. */
  #remember(labels: Labels, start: number, rest: Labels = []): void {
    let at = start;
    labels.forEach((label, index) => {
      if (at < POINTER >> 2) this.#seen.set([...labels.slice(index), ...rest].join('.'), at);
      at += label.length + 1;
    });
  }
}

/** That all records of a name can be written, so that it is seen where they are set and not where they are asked for. */
export function assertFits(name: string, { records = [] }: Answer): void {
  const labels = labelsOf(name);
  const message = new Message();
  message.question(Buffer.alloc(labels.join('.').length + 6), labels);
  const missing = records.findIndex((record) => {
    if ('address' in record && isIP(record.address) !== (record.type === 'A' ? 4 : 6))
      throw new Error(`${record.address} is no address for a record of type ${record.type}`);
    return !message.record(labels, record, LONGEST - OPT);
  });
  if (missing >= 0)
    throw new Error(
      `an answer has room for ${missing} of the ${records.length} records of ${name}: it has ${LONGEST} octets`,
    );
}

/** The data of a record without names, or with names that need no shortening. */
function dataOf(record: DnsRecord): Buffer {
  // The name of the root is one octet; type, class, TTL and length are ten.
  return encode({ answers: [encodable(record)] }).subarray(HEADER + 1 + 10);
}

function encodable(record: DnsRecord): Encodable {
  const name = '.';
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return { name, type: record.type, data: record.address };
    case 'TXT':
      return { name, type: 'TXT', data: record.text.match(/.{1,255}/gs) ?? [''] };
    case 'TLSA':
      return {
        name,
        type: 'TLSA',
        data: { ...record, matchingType: record.matching, certificate: record.data },
      } as Encodable;
    case 'SOA':
      return {
        name,
        type: 'SOA',
        data: {
          mname: record.host,
          rname: record.mailbox,
          serial: 1,
          refresh: 60,
          retry: 60,
          expire: 60,
          minimum: TTL,
        },
      };
    default:
      return { name, type: record.type, data: record.host } as Encodable;
  }
}

export function uint16(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(value);
  return octets;
}
