/** What a resolver that checks signatures says of names, and whether they were signed: it tells so by the AD bit (RFC 7672 §2.1). */

import { getServers } from 'node:dns';
import {
  AUTHENTIC_DATA,
  type DecodedPacket,
  type Answer as DnsAnswer,
  decode,
  encode,
  RECURSION_DESIRED,
  type RecordType,
} from 'dns-packet';
import type { Clock } from '../net/clock';
import { exchange } from './exchange';

export interface TlsaRecord {
  readonly usage: number;
  readonly selector: number;
  readonly matching: number;
  readonly data: Buffer;
}

export type Signed<T> =
  /** None, where there is no such name or no such record. */
  | {
      readonly kind: 'answered';
      readonly records: readonly T[];
      readonly secure: boolean /** Where aliases led. */;
      readonly name: string;
    }
  /** Nobody knows now, or what was said bears no checking. */
  | { readonly kind: 'failed'; readonly why: string };

export interface SignedNamesOptions {
  /** As `127.0.0.1:5300`; those of the system, when absent. They are believed, and so is the way to them. */
  readonly servers: readonly string[] | undefined;
  readonly timeout: number;
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
}

/** dns-packet gives the rcode, which its types do not know. */
type Decoded = DecodedPacket & { rcode?: string };

const OPT = { type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0, flag_do: false, options: [] } as never;

export class SignedNames {
  constructor(private readonly options: SignedNamesOptions) {}

  /** Each record's strings, put together. */
  async txt(name: string): Promise<Signed<string>> {
    return mapped(await this.ask(name, 'TXT'), ({ data }) => [data].flat().map(String).join(''));
  }

  async tlsa(name: string): Promise<Signed<TlsaRecord>> {
    return mapped(await this.ask(name, 'TLSA'), ({ data }): TlsaRecord => {
      const { usage, selector, matchingType, certificate } = data as Tlsa;
      return { usage, selector, matching: matchingType, data: certificate };
    });
  }

  /** How many records of this type there are, and whether that was signed, aliases on the way too. */
  async records(name: string, type: 'MX' | 'A' | 'AAAA'): Promise<Signed<unknown>> {
    return await this.ask(name, type);
  }

  private async ask(name: string, type: RecordType | 'TLSA'): Promise<Signed<Found>> {
    let why = 'there is nobody to ask';
    for (const server of this.options.servers ?? getServers()) {
      const said = await this.askAt(server, name, type as RecordType);
      if (said.kind === 'answered') return said;
      why = said.why;
    }
    return { kind: 'failed', why };
  }

  private async askAt(server: string, name: string, type: RecordType): Promise<Signed<Found>> {
    const { timeout, clock, random } = this.options;
    const id = random(2).readUInt16BE();
    const question = { type, name };
    const query = encode({
      type: 'query',
      id,
      flags: RECURSION_DESIRED | AUTHENTIC_DATA,
      questions: [question],
      additionals: [OPT],
    });
    try {
      const octets = await exchange(server, query, {
        timeout,
        clock,
        answers: (reply) => answersTo(reply, id, question),
      });
      return read(decode(octets) as Decoded, question);
    } catch (error) {
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  }
}

interface Question {
  readonly name: string;
  readonly type: RecordType;
}

type Found = DnsAnswer & { data?: unknown };
/** As dns-packet has it. */
type Tlsa = { usage: number; selector: number; matchingType: number; certificate: Buffer };

function read({ rcode, answers = [], flag_ad: secure }: Decoded, { name, type }: Question): Signed<Found> {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return { kind: 'failed', why: `${rcode}` };
  const aliases = answers.flatMap((answer) => (answer.type === 'CNAME' ? [answer.data] : []));
  return {
    kind: 'answered',
    records: answers.filter((answer) => answer.type === type),
    secure,
    name: aliases.at(-1) ?? name,
  };
}

/** Nothing else is believed: it may be anybody's. */
function answersTo(octets: Buffer, id: number, { name, type }: Question): boolean {
  const { id: answered, type: kind, questions: [question] = [] } = decode(octets);
  const same = question?.name.toLowerCase() === name.toLowerCase() && question.type === type;
  return answered === id && kind === 'response' && same;
}

function mapped<A, B>(said: Signed<A>, of: (record: A) => B): Signed<B> {
  return said.kind === 'failed' ? said : { ...said, records: said.records.map(of) };
}
