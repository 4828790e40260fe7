/**
 * Stands between a connection and its TLS, and looks at the headers of the records that come: whether the other end has said goodbye
 * (close_notify) before it closed, which the library does not tell.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

const HEADER = 5;
const ALERT = 21;
/** RFC 8446 §5.2: an alert is two octets; within TLS 1.3 its type comes behind it, and 16 octets that authenticate it. */
const HIDDEN_ALERT = 2 + 1 + 16;

export class RecordWatch extends Duplex {
  private last = { type: 0, length: 0 };
  private header: Buffer = Buffer.alloc(0);
  /** Octets of the record that are still to come. */
  private rest = 0;

  constructor(private readonly raw: Socket) {
    super();
    raw.on('data', (octets: Buffer) => {
      this.look(octets);
      this.push(octets);
    });
    raw.on('end', () => this.push(null));
    raw.on('error', (error) => this.destroy(error));
    raw.on('close', () => this.destroy());
    raw.resume();
  }

  /** The last record was an alert: in TLS 1.2 its type says so, in TLS 1.3 its length, at which no server sends anything else last. */
  get farewell(): boolean {
    const { type, length } = this.last;
    return type === ALERT || length === HIDDEN_ALERT;
  }

  override _read(): void {}

  override _write(octets: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.raw.write(octets, done);
  }

  override _final(done: () => void): void {
    this.raw.end(done);
  }

  private look(octets: Buffer): void {
    for (let at = 0; at < octets.length; ) {
      if (this.rest > 0) {
        const taken = Math.min(this.rest, octets.length - at);
        this.rest -= taken;
        at += taken;
        continue;
      }
      const missing = octets.subarray(at, at + HEADER - this.header.length);
      this.header = Buffer.concat([this.header, missing]);
      at += missing.length;
      if (this.header.length < HEADER) return;
      this.rest = this.header.readUInt16BE(3);
      this.last = { type: this.header[0]!, length: this.rest };
      this.header = Buffer.alloc(0);
    }
  }
}
