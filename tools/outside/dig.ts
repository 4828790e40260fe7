/** ISC's dig asks the suite's name server by itself: it says what it makes of each answer, and complains of what is out of form. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import type { Answer, DnsRecord } from '../../support/outside/dns/answer';
import { NameServer } from '../../support/outside/dns/name-server';
import { runProgram } from '../run-program';
import type { Party } from './party';

interface Case {
  says: string;
  names: Record<string, Answer>;
  /** The arguments of dig, beside where it asks. */
  ask: string[];
  /** Each must be found in what it prints, in this order. */
  shows: RegExp[];
}

const MX: DnsRecord[] = [
  { type: 'MX', preference: 20, host: 'mx2.x.test' },
  { type: 'MX', preference: 10, host: 'mx1.x.test' },
  { type: 'MX', preference: 20, host: 'mx3.x.test' },
];
const A: DnsRecord[] = [{ type: 'A', address: '127.1.0.1' }];
const MANY = Array.from({ length: 3_000 }, (_, n): DnsRecord => ({ type: 'MX', preference: n, host: `m${n}.x.test` }));

const CASES: Case[] = [
  {
    says: 'mail servers with their preferences, and the letters as they were asked',
    names: { 'x.test': { records: MX } },
    ask: ['X.tEsT', 'MX'],
    shows: [/status: NOERROR/, /flags: qr aa rd ra/, /EDNS: version: 0/, /X\.tEsT\.\s+0\s+IN\s+MX\s+20 mx2\.x\.test\./],
  },
  {
    says: 'an alias and what it points to',
    names: { 'a.test': { records: [{ type: 'CNAME', host: 'b.test' }] }, 'b.test': { records: A } },
    ask: ['a.test', 'A'],
    shows: [/ANSWER: 2/, /a\.test\.\s+0\s+IN\s+CNAME\s+b\.test\./, /b\.test\.\s+0\s+IN\s+A\s+127\.1\.0\.1/],
  },
  {
    says: 'the host of an address',
    names: { '1.0.1.127.in-addr.arpa': { records: [{ type: 'PTR', host: 'mx1.x.test' }] } },
    ask: ['-x', '127.1.0.1'],
    shows: [/PTR\s+mx1\.x\.test\./],
  },
  {
    says: 'a text of more than 255 octets in parts',
    names: { 'x.test': { records: [{ type: 'TXT', text: 'x'.repeat(300) }] } },
    ask: ['x.test', 'TXT'],
    shows: [/TXT\s+"x{255}" "x{45}"/],
  },
  {
    says: 'NXDOMAIN',
    names: {},
    ask: ['x.test', 'MX'],
    shows: [/status: NXDOMAIN/, /AUTHORITY: 1/, /\s0\s+IN\s+SOA\s.* 0$/m],
  },
  {
    says: 'no data for a name that has only names below it',
    names: { 'a.b.test': { records: A } },
    ask: ['b.test', 'A'],
    shows: [/status: NOERROR/, /ANSWER: 0, AUTHORITY: 1/, /test\.\s+0\s+IN\s+SOA/],
  },
  { says: 'SERVFAIL', names: { 'x.test': { fault: 'SERVFAIL' } }, ask: ['x.test', 'MX'], shows: [/status: SERVFAIL/] },
  { says: 'REFUSED', names: { 'x.test': { fault: 'REFUSED' } }, ask: ['x.test', 'MX'], shows: [/status: REFUSED/] },
  {
    says: 'silence',
    names: { 'x.test': { fault: 'silence' } },
    ask: ['x.test', 'MX', '+time=1'],
    shows: [/timed out/],
  },
  {
    says: 'TCP after a truncated answer',
    names: { 'x.test': { fault: 'truncated', records: A } },
    ask: ['x.test', 'A'],
    shows: [/Truncated, retrying in TCP mode/, /A\s+127\.1\.0\.1/, /\(TCP\)/],
  },
  {
    says: '3,000 mail servers over TCP',
    names: { 'x.test': { records: MANY } },
    ask: ['x.test', 'MX'],
    shows: [/Truncated/, /ANSWER: 3000/, /MX\s+2999 m2999\.x\.test\./],
  },
  {
    says: 'what has room where there is no EDNS',
    names: { 'x.test': { records: MANY } },
    ask: ['x.test', 'MX', '+noedns', '+ignore'],
    shows: [/flags: qr aa tc/, /ADDITIONAL: 0/, /MSG SIZE\s+rcvd: (4[89]\d|50\d|51[0-2])$/m],
  },
  {
    says: 'another id as what it is',
    names: { 'x.test': { fault: 'wrong id', records: A } },
    ask: ['x.test', 'A', '+time=1'],
    shows: [/ID mismatch/],
  },
  {
    says: 'garbage as what it is',
    names: { 'x.test': { fault: 'garbage' } },
    ask: ['x.test', 'A'],
    shows: [/bad packet/],
  },
  {
    says: 'a lame answer',
    names: { 'x.test': { fault: 'lame' } },
    ask: ['x.test', 'MX'],
    shows: [/flags: qr rd;/, /ANSWER: 0, AUTHORITY: 1/],
  },
  { says: 'BADVERS', names: {}, ask: ['x.test', '+edns=1', '+noednsneg'], shows: [/status: BADVERS/] },
  { says: 'NOTIMP', names: {}, ask: ['x.test', '+opcode=4'], shows: [/status: NOTIMP/] },
  { says: 'FORMERR', names: {}, ask: ['+header-only'], shows: [/status: FORMERR/] },
  {
    says: 'several questions on one connection',
    names: { 'x.test': { records: A } },
    ask: ['+tcp', '+keepopen', 'x.test', 'A', 'y.test', 'A'],
    shows: [/NOERROR/, /NXDOMAIN/],
  },
];

export const dig: Party[] = CASES.map(({ says, names, ask, shows }) => ({
  name: `dig sees ${says}`,
  programs: ['dig'],
  use: async () => {
    const server = await NameServer.open({ host: '127.0.0.1', port: 0 });
    try {
      for (const [name, answer] of Object.entries(names)) server.set(name, answer);
      const where = [`@${server.host}`, '-p', String(server.port), '+time=10', '+tries=1'];
      const printed = (await runProgram(tmpdir(), 'dig', [...where, ...ask]).catch(String)).toString();
      assertInOrder(printed, shows);
    } finally {
      await server.close();
    }
  },
}));

function assertInOrder(text: string, patterns: RegExp[]): void {
  let rest = text;
  for (const pattern of patterns) {
    const at = rest.search(pattern);
    assert.ok(at >= 0, `${pattern} is not in what dig printed:\n${text}`);
    rest = rest.slice(at);
  }
}
