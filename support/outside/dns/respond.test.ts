import assert from 'node:assert';
import { test } from 'node:test';
import { type DecodedPacket, decode, encode, type OptAnswer, type Packet, RECURSION_DESIRED } from 'dns-packet';
import type { DnsRecord, Transport } from './answer';
import { Names } from './names';
import { readQuery } from './query';
import { respond } from './respond';

const MANY = Array.from({ length: 60 }, (_, n): DnsRecord => ({ type: 'MX', preference: n, host: `mx${n}.many.test` }));

const names = new Names();
names.set('one.test', { records: [{ type: 'A', address: '127.1.0.1' }] });
names.set('many.test', { records: MANY });
names.set('lame.test', { fault: 'lame' });

function ask(packet: Packet, transport: Transport = 'udp'): DecodedPacket & { rcode: string; octets: Buffer } {
  const octets = respond(encode({ type: 'query', id: 7, ...packet }), transport, names, () => {});
  assert.ok(octets);
  return { ...(decode(octets) as DecodedPacket & { rcode: string }), octets };
}

const about = (name: string, type: 'A' | 'MX' | 'AXFR' = 'A') => ({ questions: [{ name, type }] });

const opt = (udpPayloadSize: number, more: object = {}): Packet => ({
  additionals: [
    {
      type: 'OPT',
      name: '.',
      udpPayloadSize,
      flags: 0,
      options: [],
      extendedRcode: 0,
      ednsVersion: 0,
      flag_do: false,
      ...more,
    } as OptAnswer,
  ],
});

test('a question is repeated with its letters as they were, and answered whatever their case', () => {
  const { id, questions, answers, flag_aa } = ask(about('oNe.TEst'));
  assert.equal(id, 7);
  assert.equal(flag_aa, true);
  assert.deepEqual(questions, [{ name: 'oNe.TEst', type: 'A', class: 'IN' }]);
  assert.equal(answers?.[0]?.name, 'oNe.TEst');
});

test('octets of a label that are no text are repeated, and no mere dot divides it', () => {
  const question = Buffer.from('\x08\xff.one\x00\xe9\\\x04test\x00\x00\x01\x00\x01', 'latin1');
  const asked: string[] = [];
  const octets = respond(
    Buffer.concat([encode({ type: 'query', questions: [] }).fill(1, 5, 6), question]),
    'udp',
    names,
    ({ name }) => asked.push(name),
  )!;
  assert.deepEqual(octets.subarray(12, 12 + question.length), question);
  assert.equal((decode(octets) as DecodedPacket & { rcode: string }).rcode, 'NXDOMAIN');
  assert.deepEqual(asked, ['\\255\\.one\\000\\233\\\\.test']);
});

test('recursion is available to those who desire it, except from a lame server, who does not know either', () => {
  const flags = RECURSION_DESIRED;
  assert.equal(ask({ ...about('one.test'), flags }).flag_ra, true);
  assert.equal(ask(about('one.test')).flag_ra, false);
  const lame = ask({ ...about('lame.test'), flags });
  assert.equal(`${lame.rcode} ${lame.flag_aa} ${lame.flag_ra}`, 'NOERROR false false');
  assert.deepEqual(lame.answers, []);
  assert.deepEqual(
    lame.authorities?.map(({ type, name }) => `${type} ${name}`),
    ['NS .'],
  );
});

test('an answer over UDP is as long as it may be, and says when there is more', () => {
  for (const [size, most] of [
    [undefined, 512],
    [100, 512],
    [800, 800],
    [65_535, 1232],
  ] as const) {
    const answer = ask({ ...about('many.test', 'MX'), ...(size ? opt(size) : {}) });
    assert.equal(answer.flag_tc, true);
    assert.ok(answer.octets.length <= most && answer.octets.length > most - 40, `${answer.octets.length} of ${most}`);
    assert.equal(answer.additionals?.length, size ? 1 : 0);
  }
  const whole = ask(about('many.test', 'MX'), 'tcp');
  assert.equal(whole.flag_tc, false);
  assert.deepEqual(
    whole.answers?.map((one) => (one.type === 'MX' ? one.data.exchange : '')),
    MANY.map((one) => (one.type === 'MX' ? one.host : '')),
  );
});

test('an OPT is answered with one: DO as it came, other versions refused', () => {
  const answer = ask({ ...about('one.test'), ...opt(1232, { flags: 0x8000 }) });
  assert.equal((answer.additionals![0] as OptAnswer).flag_do, true);
  const newer = ask({ ...about('one.test'), ...opt(1232, { ednsVersion: 1 }) });
  assert.equal((newer.additionals![0] as OptAnswer).extendedRcode, 1);
  assert.deepEqual(newer.answers, []);
});

test('what is no question for us is refused, or no question at all', () => {
  assert.equal(ask({ ...about('one.test'), flags: 5 << 11 }).rcode, 'NOTIMP');
  assert.equal(ask(about('one.test', 'AXFR'), 'tcp').rcode, 'REFUSED');
  assert.equal(ask({ questions: [{ name: 'one.test', type: 'A', class: 'CH' }] }).rcode, 'REFUSED');
  assert.equal(ask({ questions: [] }).rcode, 'FORMERR');
  assert.equal(ask({ questions: [...about('one.test').questions, ...about('many.test').questions] }).rcode, 'FORMERR');
  assert.equal(
    respond(encode({ type: 'response', ...about('one.test') }), 'udp', names, () => {}),
    undefined,
  );
});

test('no octets make it throw', () => {
  const whole = encode({ type: 'query', id: 7, ...about('one.test'), ...opt(1232) });
  const pieces = Array.from(whole, (_, length) => whole.subarray(0, length));
  const changed = Array.from(whole, (_, at) =>
    [0, 1, 63, 64, 0xc0, 0xff].map((octet) => Buffer.from(whole).fill(octet, at, at + 1)),
  );
  for (const octets of [...pieces, ...changed.flat()]) respond(octets, 'udp', names, () => {});
  assert.equal(
    respond(whole.subarray(0, 11), 'udp', names, () => {}),
    undefined,
  );
  assert.equal(respond(whole.subarray(0, 14), 'udp', names, () => {})!.readUInt16BE(2) & 0xf, 1);
});

test('more records than have room are not looked for', () => {
  const text = '\0\x07\x01\0\0\0\0\0\0\0\xff\xff\x07example\x04test\0\0\x10\0\x01\0\0)\x04\xd0\0\0\0\0\0\0';
  const octets = Buffer.from(text, 'latin1');
  assert.deepEqual(readQuery(octets), { id: 7, flags: 0x100, rcode: 'FORMERR' });
});
