import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { NodeResolver } from '../../../reference-server/dns/node-resolver';
import { answer } from '../grammar/dns';
import { mutated } from '../grammar/mutate';
import { some } from '../grammar/text';
import type { Subject } from '../subject';

/** Answers that come at once: who gets one that cannot be read waits, and asks again. */
const TOGETHER = 64;
const TIMEOUT = 25;
const BETWEEN = '\x01\x02\x03';
const HEADER = 12;
/** Octets of a name server's answer over UDP that a resolver takes. */
const MOST = 1200;

export const answers: Subject = {
  name: 'dns-answer',
  about:
    "other people's name servers, as the relay's resolver hears them: records or a reason, and in a host's name nothing that breaks a line",
  input: some(mutated(answer), TOGETHER, BETWEEN),
  holds: TOGETHER / 2,
  async open() {
    let said: Buffer[] = [];
    const server = createSocket('udp4', (query, { port, address }) => {
      const which = Number(query.toString('latin1', HEADER + 1, HEADER + 1 + query[HEADER]!).slice(1));
      server.send(answerTo(query, said[which] ?? Buffer.alloc(0)), port, address);
    });
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    const resolver = new NodeResolver({ servers: [`127.0.0.1:${server.address().port}`], timeout: TIMEOUT });
    return {
      async read(octets) {
        said = octets
          .toString('latin1')
          .split(BETWEEN)
          .map((each) => Buffer.from(each, 'latin1'));
        await Promise.all(said.map((_, n) => ask(resolver, `n${n}.test`)));
      },
      close: () => void server.close(),
    };
  },
};

async function ask(resolver: NodeResolver, name: string): Promise<void> {
  const found = await resolver.mx(name);
  if (found.kind !== 'found') return;
  for (const { exchange, preference } of found.records) {
    assert.ok(Number.isInteger(preference));
    assert.ok(/^[\x20-\x7e]*$/.test(exchange), `a host named ${JSON.stringify(exchange)}`);
  }
}

/** The question with its id, as an answer; behind it what the input holds, the number of answers first. */
function answerTo(query: Buffer, input: Buffer): Buffer {
  const end = query.indexOf(0, HEADER) + 5;
  const head = Buffer.from(query.subarray(0, end));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(input.length < 2 ? 0 : input.readUInt16BE(0), 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, input.subarray(2, MOST)]);
}
