import assert from 'node:assert/strict';
import { decode } from 'dns-packet';
import type { Answer } from '../../../support/outside/dns/answer';
import { FAULTS } from '../../../support/outside/dns/answer';
import { Names } from '../../../support/outside/dns/names';
import { respond } from '../../../support/outside/dns/respond';
import { TcpMessages } from '../../../support/outside/dns/tcp-messages';
import { cut } from '../cut';
import { query } from '../grammar/dns';
import { mutated } from '../grammar/mutate';
import { stateless } from '../subject';

const RECORDS: Answer['records'] = [
  { type: 'A', address: '192.0.2.1' },
  { type: 'MX', preference: 1, host: 'mx.example.test' },
  { type: 'TXT', text: 'a'.repeat(300) },
];
const NAMES = new Names();
NAMES.set('example.test', { records: RECORDS });
NAMES.set('alias.test', { records: [{ type: 'CNAME', host: 'example.test' }] });
NAMES.set('circle.test', { records: [{ type: 'CNAME', host: 'circle.test' }] });
for (const [n, fault] of FAULTS.entries()) NAMES.set(`f${n}.test`, { records: RECORDS, fault });

export const questions = stateless(
  'suite-dns',
  "questions to the suite's name server: an answer with the question's id that can be read, or none; the same over TCP, however it is cut",
  mutated(query, ['\x07example\x04test\0', '\xc0\x0c', '\x3f', '\0\x29']),
  (octets) => {
    for (const transport of ['udp', 'tcp'] as const) {
      const answer = respond(octets, transport, NAMES, () => {});
      if (!answer) continue;
      assert.ok(answer.length >= 12 && answer.length <= (transport === 'udp' ? 1232 : 65_535));
      const faulty = !answer.subarray(0, 2).equals(octets.subarray(0, 2)) || answer.toString('latin1').endsWith('\xc0');
      if (!faulty && !asksForFault(octets)) decode(answer);
    }
    const messages = (pieces: readonly Buffer[]) => {
      const tcp = new TcpMessages();
      return pieces.flatMap((piece) => tcp.push(piece));
    };
    assert.deepEqual(messages(cut(octets)), messages([octets]));
  },
);

/** Of a name that is answered wrongly on purpose. */
function asksForFault(octets: Buffer): boolean {
  return /\x02f\d/i.test(octets.toString('latin1'));
}
