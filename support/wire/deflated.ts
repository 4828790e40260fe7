/** What both ends say in blocks of DEFLATE (RFC 1951), as the octets that they stand for. */
import { Duplex } from 'node:stream';
import { constants, createDeflateRaw, createInflateRaw } from 'node:zlib';

/** Everything that is written leaves at once, and what has come is read as far as it goes. */
const AT_ONCE = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

/** Stands where the stream stood that carries it. What comes and is no DEFLATE breaks the connection. */
export class Deflated extends Duplex {
  private readonly deflate = createDeflateRaw(AT_ONCE);
  private readonly inflate = createInflateRaw(AT_ONCE);

  /** @param early octets that have come over the carrier and were not read from it as what they are */
  constructor(
    private readonly carrier: Duplex,
    early: Buffer,
  ) {
    super();
    this.deflate.on('data', (block: Buffer) => {
      if (carrier.writable) carrier.write(block);
    });
    this.inflate.on('data', (octets: Buffer) => {
      if (!this.push(octets)) this.inflate.pause();
    });
    this.inflate.on('end', () => this.push(null));
    this.inflate.on('error', ({ message }) => this.destroy(new Error(`what came is no DEFLATE: ${message}`)));
    if (early.length > 0) this.inflate.write(early);
    carrier.pipe(this.inflate);
    carrier.on('close', () => this.destroy());
    carrier.resume();
  }

  override _write(octets: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.deflate.write(octets, done);
  }

  override _final(done: () => void): void {
    this.deflate.end(() => this.carrier.end(done));
  }

  override _read(): void {
    this.inflate.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.carrier.unpipe(this.inflate);
    this.deflate.destroy();
    this.inflate.destroy();
    done(error);
  }
}

/** Empty blocks by which a stream of DEFLATE may be ended, of fixed codes and stored: no response begins so. */
const LAST_BLOCKS = ['0300', '010000ffff'].map((octets) => Buffer.from(octets, 'hex'));

/** What comes first in clear, where the last of what was compressed came with it. */
export function withoutLastBlock(first: Buffer): Buffer {
  const last = LAST_BLOCKS.find((block) => first.subarray(0, block.length).equals(block));
  return last === undefined ? first : first.subarray(last.length);
}
