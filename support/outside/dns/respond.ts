/** From the octets of a question to those of its answer, faults included. Whatever comes, nothing is thrown. */
import type { Fault, Transport } from './answer';
import { type Found, lookUp, type Placed, RCODES, type Rcode } from './look-up';
import { LONGEST, Message, OPT, uint16 } from './message';
import { keyOf, labelsOf } from './name';
import type { Names } from './names';
import { type Query, readQuery } from './query';

const FLAGS = {
  response: 0x8000,
  authoritative: 0x400,
  truncated: 0x200,
  desired: 0x100,
  available: 0x80,
  unchecked: 0x10,
  authentic: 0x20,
};
const OPCODE = 0x7800;
const NONE: Found = { rcode: 'NOERROR', answers: [], authorities: [] };
/** Refers to the root. With neither that nor an SOA it would say that there are no records (RFC 2308), and could be believed. */
const UPWARDS: Placed = { owner: [], record: { type: 'NS', host: 'a.root-servers.net' } };
/** Without EDNS (RFC 1035), with it at most (what others' servers send, so that no network has to cut it up). */
const PLAIN = 512;
const MOST = 1232;

interface Reply extends Found {
  authoritative: boolean;
  truncated?: boolean;
  authentic?: boolean;
}

/** @returns undefined for silence. @param asked is told of every question that can be read. */
export function respond(
  octets: Buffer,
  transport: Transport,
  names: Names,
  asked: (query: Query) => void,
): Buffer | undefined {
  const query = readQuery(octets);
  if (!query) return undefined;
  if ('rcode' in query) return header(query, query.rcode, 0, [0, 0, 0, 0]);
  asked(query);
  if (query.edns && query.edns.version > 0)
    return write(query, { ...NONE, rcode: 'BADVERS', authoritative: false }, transport);
  const isOurs = query.class === 'IN' && !['AXFR', 'IXFR'].includes(query.type);
  if (!isOurs) return write(query, { ...NONE, rcode: 'REFUSED', authoritative: false }, transport);
  const { found, fault } = lookUp(names, query);
  if (fault) return fail(query, found, fault, transport);
  return write(query, { ...found, authoritative: true, authentic: isAuthentic(query, found, names) }, transport);
}

function fail(query: Query, found: Found, fault: Fault, transport: Transport): Buffer | undefined {
  switch (fault) {
    case 'SERVFAIL':
    case 'REFUSED':
      return write(query, { ...NONE, rcode: fault, authoritative: false }, transport);
    case 'NXDOMAIN':
      return write(query, { ...found, authoritative: true }, transport);
    case 'silence':
      return undefined;
    case 'truncated': {
      const reply = transport === 'tcp' ? found : { ...NONE, truncated: true };
      return write(query, { ...reply, authoritative: true }, transport);
    }
    case 'wrong id':
      return write({ ...query, id: query.id ^ 0x5555 }, { ...found, authoritative: true }, transport);
    case 'lame':
      return write(query, { ...NONE, authorities: [UPWARDS], authoritative: false }, transport);
    case 'garbage': {
      const pointer = uint16(0xc000 + 12 + query.octets.length);
      return Buffer.concat([header(query, 'NOERROR', FLAGS.authoritative, [1, 1, 0, 0]), query.octets, pointer]);
    }
  }
}

function write(query: Query, reply: Reply, transport: Transport): Buffer {
  const limit = (transport === 'tcp' ? LONGEST : sizeFor(query)) - (query.edns ? OPT : 0);
  const message = new Message();
  message.question(query.octets, query.labels);
  const counts = [reply.answers, reply.authorities].map((section) => {
    const missing = section.findIndex(({ owner, record }) => !message.record(owner, record, limit));
    return missing < 0 ? section.length : missing;
  });
  // What has no room is told by TC, and may not be believed for what is there (RFC 2181).
  const truncated = reply.truncated || counts[0]! < reply.answers.length || counts[1]! < reply.authorities.length;
  if (query.edns) message.octets(opt(query.edns, reply.rcode));
  const authentic = reply.authentic && !truncated ? FLAGS.authentic : 0;
  const flags = (reply.authoritative ? FLAGS.authoritative : 0) | (truncated ? FLAGS.truncated : 0) | authentic;
  return message.whole(header(query, reply.rcode, flags, [1, ...counts, query.edns ? 1 : 0]));
}

/** All that was found on the way is signed, and who asks wants to know. */
function isAuthentic({ flags, edns, labels }: Query, { answers }: Found, names: Names): boolean {
  if ((flags & FLAGS.authentic) === 0 && !edns?.wantsDnssec) return false;
  const aliases = answers.flatMap(({ record }) => (record.type === 'CNAME' ? [labelsOf(record.host)] : []));
  return [labels, ...answers.map(({ owner }) => owner), ...aliases].every((each) => names.isSigned(keyOf(each)));
}

/** RFC 6891: less than 512 counts as 512. */
function sizeFor({ edns }: Query): number {
  return edns ? Math.min(Math.max(edns.size, PLAIN), MOST) : PLAIN;
}

function header({ id, flags }: { id: number; flags: number }, rcode: Rcode, more: number, counts: number[]): Buffer {
  // Who asks us as its resolver wants recursion: everything that there is we know, so it is available.
  // A lame server offers neither that nor its word: this is how resolvers know it.
  const isLame = rcode === 'NOERROR' && (more & FLAGS.authoritative) === 0;
  const available = (flags & FLAGS.desired) !== 0 && !isLame ? FLAGS.available : 0;
  const kept = flags & (OPCODE | FLAGS.desired | FLAGS.unchecked);
  const all = FLAGS.response | kept | available | more | (RCODES[rcode] & 0xf);
  return Buffer.concat([id, all, ...counts].map(uint16));
}

/** An OPT is answered with one (RFC 6891): our size, the upper bits of the code, version 0, and DO as it came (RFC 3225). */
function opt({ wantsDnssec }: NonNullable<Query['edns']>, rcode: Rcode): Buffer {
  const octets = Buffer.alloc(OPT);
  octets.writeUInt16BE(41, 1);
  octets.writeUInt16BE(MOST, 3);
  octets.writeUInt8(RCODES[rcode] >> 4, 5);
  octets.writeUInt16BE(wantsDnssec ? 0x8000 : 0, 7);
  return octets;
}
