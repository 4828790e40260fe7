import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { AUTHENTIC_DATA, type DecodedPacket, decode, encode } from 'dns-packet';
import { systemClock } from '../net/clock';
import { SignedNames } from './signed-names';

const TLSA = { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.alloc(32, 7) };

/** A name server that answers as a test has it, over UDP. */
async function asking<T>(
  answer: (query: DecodedPacket) => object,
  ask: (names: SignedNames) => Promise<T>,
): Promise<T> {
  const socket = createSocket('udp4');
  socket.on('message', (octets, { port, address }) => {
    const query = decode(octets);
    const { id, questions } = query;
    socket.send(encode({ type: 'response', id, questions, ...answer(query) } as never), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const servers = [`127.0.0.1:${socket.address().port}`];
  try {
    return await ask(
      new SignedNames({ servers, timeout: 200, clock: systemClock(), random: () => Buffer.from([1, 2]) }),
    );
  } finally {
    socket.close();
  }
}

describe('what a resolver that checks signatures says', () => {
  it('is signed where it says so', async () => {
    const answers = [{ type: 'TLSA', name: '_25._tcp.mx.test', data: TLSA }];
    for (const flags of [AUTHENTIC_DATA, 0]) {
      const said = await asking(
        () => ({ flags, answers }),
        (names) => names.tlsa('_25._tcp.mx.test'),
      );
      assert.ok(said.kind === 'answered');
      assert.equal(said.secure, flags === AUTHENTIC_DATA);
      assert.deepEqual(said.records, [{ usage: 3, selector: 1, matching: 1, data: TLSA.certificate }]);
    }
  });

  it('is where aliases lead, and strings put together', async () => {
    const answers = [
      { type: 'CNAME', name: 'a.test', data: 'b.test' },
      { type: 'TXT', name: 'b.test', data: ['one ', 'two'] },
    ];
    const said = await asking(
      () => ({ answers }),
      (names) => names.txt('a.test'),
    );
    assert.deepEqual(said, { kind: 'answered', records: ['one two'], secure: false, name: 'b.test' });
  });

  it('is nothing that is known where it fails, answers another question, or keeps silent', async () => {
    for (const answer of [{ flags: 2 }, { id: 9 }, { questions: [{ type: 'TXT', name: 'other.test' }] }])
      assert.equal(
        (
          await asking(
            () => answer,
            (names) => names.txt('a.test'),
          )
        ).kind,
        'failed',
      );
  });
});
