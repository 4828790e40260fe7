/** A stream of octets over another, in blocks of DEFLATE (RFC 1951) each way. */

import { Duplex } from 'node:stream';
import { constants, createDeflateRaw, createInflateRaw } from 'node:zlib';

/** Octets of plain text that wait before the peer is made to wait: what takes little room compressed may take much. */
const AHEAD = 64 * 1024;
/** The peer may have ended in the middle of a block. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** What is written to it goes out compressed over `carrier`, each write flushed; what comes there is read here as it was. */
export class Deflated extends Duplex {
  private readonly compress = createDeflateRaw({ flush: constants.Z_SYNC_FLUSH });
  private readonly expand = createInflateRaw({ ...LENIENT, flush: constants.Z_SYNC_FLUSH });

  private readonly gone = () => void this.destroy();

  /** @param early octets that came before and are compressed already */
  constructor(
    private readonly carrier: Duplex,
    early: Buffer,
  ) {
    super({ readableHighWaterMark: AHEAD });
    const { compress, expand } = this;
    compress.on('data', (block: Buffer) => carrier.write(block));
    expand.on('data', (octets: Buffer) => this.push(octets) || expand.pause());
    expand.on('end', () => this.push(null));
    // Nobody can tell any more where anything begins.
    expand.on('error', (error) => this.destroy(error));
    carrier.on('close', this.gone);
    if (early.length > 0) expand.write(early);
    carrier.pipe(expand);
  }

  override _write(octets: Buffer, _encoding: string, done: () => void): void {
    const { carrier } = this;
    this.compress.write(octets, () => (carrier.writableNeedDrain ? carrier.once('drain', done) : done()));
  }

  override _final(done: () => void): void {
    this.compress.end(() => {
      this.carrier.end();
      done();
    });
  }

  override _read(): void {
    this.expand.resume();
  }

  /** Ends here, and leaves the carrier to somebody else. */
  letGo(): void {
    const { carrier, compress, expand } = this;
    carrier.off('close', this.gone);
    carrier.unpipe(expand);
    compress.destroy();
    expand.destroy();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.carrier.unpipe(this.expand);
    this.compress.destroy();
    this.expand.destroy();
    this.carrier.destroy();
    done(error);
  }
}
