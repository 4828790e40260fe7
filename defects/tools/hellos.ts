/** Handshakes that no library takes any more, as old ones did: the hello is answered, and that is as far as anybody looks. */

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Protection } from '../../reference-server/tls/protection';

/** What is answered that should not be, or refused that should be answered. */
type Which =
  | { version: number; suites: readonly number[]; group?: number }
  | 'ssl2'
  | 'odd records'
  | 'words in clear'
  | 'compression';

/** An alert handshake_failure, and a ServerHello of SSL 2. */
const FAILURE = Buffer.from([21, 3, 1, 0, 2, 2, 40]);
/** The method of compression that there was (RFC 3749). */
const DEFLATE = 1;
const SSL2_HELLO = Buffer.from([0x80, 11, 4, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0]);

/** Looks at the first octets of a handshake, which the right server does not see if they are what the mistake is about. */
export function answeringHellos(which: Which) {
  return ({ context }: Protection): Partial<Protection> => ({
    protect(plain, names) {
      const between = new Between(plain, (hello) => answer(which, hello));
      return new TLSSocket(between as unknown as Socket, {
        isServer: true,
        secureContext: context,
        ALPNProtocols: [...names],
      });
    },
  });
}

/** One handshake at a time: the next is looked at when the one before it is done, or its client is gone. */
export function inTurn({ context }: Protection): Partial<Protection> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    protect(plain, names) {
      const between = new Between(plain, () => undefined, last);
      const secure = new TLSSocket(between as unknown as Socket, {
        isServer: true,
        secureContext: context,
        ALPNProtocols: [...names],
      });
      last = new Promise((over) => secure.once('secure', over).once('close', over));
      return secure;
    },
  };
}

function answer(which: Which, hello: Buffer): Buffer | undefined {
  if (which === 'ssl2') return hello[0] === 0x80 ? SSL2_HELLO : undefined;
  if (which === 'words in clear')
    return hello[1] === 3 || hello[0] === 0x80 ? undefined : Buffer.from('-ERR speak TLS\r\n');
  if (which === 'odd records') return hello[2] === 1 ? undefined : FAILURE;
  if (which === 'compression')
    return compressionsOf(hello).includes(DEFLATE) ? serverHello(0x0303, 0xc02b, DEFLATE) : undefined;
  if (hello[0] !== 22 || hello.length < 11 || hello.readUInt16BE(9) !== which.version) return undefined;
  const offered = suitesOf(hello);
  const one = which.suites.find((suite) => offered.includes(suite));
  // Who offers a right suite, too, gets that.
  if (!one || offered.some((suite) => suite === 0xc02b || suite === 0xc02f)) return undefined;
  const answered = serverHello(which.version, one, 0);
  return which.group === undefined ? answered : Buffer.concat([answered, serverKeyExchange(which.group)]);
}

/** A prime of so many bits, as far as anybody looks, and no more of the message: RFC 5246 §7.4.3. */
function serverKeyExchange(bits: number): Buffer {
  const prime = Buffer.alloc(bits / 8, 0xff);
  const message = Buffer.concat([Buffer.from([12, 0]), u16(prime.length + 2), u16(prime.length), prime]);
  return Buffer.concat([Buffer.from([22]), u16(0x0303), u16(message.length), message]);
}

function serverHello(version: number, suite: number, compression: number): Buffer {
  const body = Buffer.concat([
    u16(version),
    Buffer.alloc(32, 7),
    Buffer.from([0]),
    u16(suite),
    Buffer.from([compression]),
  ]);
  return Buffer.concat([
    Buffer.from([22]),
    u16(version),
    u16(body.length + 4),
    Buffer.from([2, 0]),
    u16(body.length),
    body,
  ]);
}

/** Behind record, message, version, random and the session id. */
function suitesOf(hello: Buffer): number[] {
  const at = 5 + 4 + 2 + 32;
  if (hello.length < at + 3) return [];
  const from = at + 1 + hello[at]!;
  const count = hello.readUInt16BE(from) / 2;
  return Array.from({ length: count }, (_, n) => hello.readUInt16BE(from + 2 + 2 * n));
}

/** Behind the suites. */
function compressionsOf(hello: Buffer): Buffer {
  const from = 5 + 4 + 2 + 32 + 1 + (hello[43] ?? 0);
  if (hello[0] !== 22 || hello.length < from + 2) return Buffer.alloc(0);
  const at = from + 2 + hello.readUInt16BE(from);
  return hello.subarray(at + 1, at + 1 + (hello[at] ?? 0));
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

/** A connection whose first octets somebody looks at, and may answer instead. */
class Between extends Duplex {
  private first = true;

  constructor(
    private readonly plain: Socket,
    private readonly look: (octets: Buffer) => Buffer | undefined,
    private readonly turn: Promise<unknown> = Promise.resolve(),
  ) {
    super();
    plain.on('data', (octets: Buffer) => this.came(octets)).on('end', () => this.push(null));
    plain.on('error', (error) => this.destroy(error)).on('close', () => this.destroy());
  }

  override _read(): void {}

  override _write(octets: Buffer, _encoding: string, done: () => void): void {
    this.plain.write(octets, () => done());
  }

  override _final(done: () => void): void {
    this.plain.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.plain.destroy();
    done(error);
  }

  private came(octets: Buffer): void {
    const answered = this.first ? this.look(octets) : undefined;
    this.first = false;
    if (answered === undefined) void this.turn.then(() => this.push(octets));
    else this.plain.end(answered);
  }
}
