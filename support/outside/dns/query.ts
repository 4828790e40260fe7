import { decode, type OptAnswer } from 'dns-packet';
import { keyOf, type Labels } from './name';

/** A question as it came, with what its answer has to repeat. */
export interface Query {
  id: number;
  flags: number;
  labels: Labels;
  /** As names are compared. */
  name: string;
  type: string;
  class: string;
  /** The octets of the question, to be repeated as they are: the case of its letters is a secret of who asks (0x20). */
  octets: Buffer;
  edns?: { size: number; version: number; wantsDnssec: boolean };
}

/** What is no question that can be answered, and what to say of it. */
export interface Unanswerable {
  id: number;
  flags: number;
  rcode: 'FORMERR' | 'NOTIMP';
}

const HEADER = 12;
/** Octets of the shortest question and of the shortest record (RFC 1035). */
const QUESTION = 5;
const RECORD = 11;
const IS_RESPONSE = 0x8000;
const OPCODE = 0x7800;

/** Undefined is not answered at all: too short to have an id, or an answer itself, and two servers would answer each other forever. */
export function readQuery(octets: Buffer): Query | Unanswerable | undefined {
  if (octets.length < HEADER) return undefined;
  const id = octets.readUInt16BE(0);
  const flags = octets.readUInt16BE(2);
  if ((flags & IS_RESPONSE) !== 0) return undefined;
  if ((flags & OPCODE) !== 0) return { id, flags, rcode: 'NOTIMP' };
  if (!hasRoom(octets)) return { id, flags, rcode: 'FORMERR' };
  try {
    const { questions = [], additionals = [] } = decode(octets);
    const [question] = questions;
    const [opt, another] = additionals.filter((one): one is OptAnswer => one.type === 'OPT');
    // More than one question has no meaning (RFC 9619), nor has more than one OPT (RFC 6891).
    if (questions.length !== 1 || !question || another) return { id, flags, rcode: 'FORMERR' };
    const { labels, end } = readName(octets);
    const edns = opt && { size: opt.udpPayloadSize, version: opt.ednsVersion, wantsDnssec: opt.flag_do };
    return {
      id,
      flags,
      labels,
      name: keyOf(labels),
      type: question.type,
      class: question.class ?? 'IN',
      octets: octets.subarray(HEADER, end + 4),
      edns,
    };
  } catch {
    return { id, flags, rcode: 'FORMERR' };
  }
}

/** For as many questions and records as it claims. The library believes that claim: 40 octets could cost it 65,535 records. */
function hasRoom(octets: Buffer): boolean {
  const [questions, ...records] = [4, 6, 8, 10].map((at) => octets.readUInt16BE(at)) as [number, ...number[]];
  const claimed = records.reduce((sum, count) => sum + count * RECORD, questions * QUESTION);
  return claimed <= octets.length - HEADER;
}

/** The library gives a name as UTF-8, where octets get lost. That the name is whole it has seen; there is nothing yet to point to. */
function readName(octets: Buffer): { labels: Labels; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = octets[at++]!; length > 0; length = octets[at++]!) {
    if (length > 63) throw new Error('a pointer');
    labels.push(octets.toString('latin1', at, at + length));
    at += length;
  }
  return { labels, end: at };
}
