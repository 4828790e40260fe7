/** A client for loads: writes octets, waits for what it was told to wait for, as fast as the server lets it. No parsing beyond that. */
import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectSecurely, createSecureContext } from 'node:tls';

/** Made once: to make one costs more than a handshake. */
const CONTEXT = createSecureContext();

export class LineClient {
  private buffer: Buffer = Buffer.alloc(0);
  private wake: (() => void) | undefined;
  private over = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
      this.wake?.();
    });
    const end = () => {
      this.over = true;
      this.wake?.();
    };
    socket.on('close', end);
    socket.on('error', end);
  }

  static open(port: number, localAddress?: string): Promise<LineClient> {
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port, noDelay: true, localAddress };
      const socket = connect(place, () => resolve(new LineClient(socket)));
      socket.once('error', reject);
    });
  }

  /** TLS from the first octet. Whose certificate it is counts for nothing here. */
  static openSecure(port: number): Promise<LineClient> {
    return LineClient.secured({ host: '127.0.0.1', port });
  }

  private static secured(place: ConnectionOptions): Promise<LineClient> {
    return new Promise((resolve, reject) => {
      const options = { ...place, secureContext: CONTEXT, rejectUnauthorized: false };
      const socket = connectSecurely(options, () => resolve(new LineClient(socket.setNoDelay(true))));
      socket.once('error', reject);
    });
  }

  /** TLS from here on, with a whole handshake; what this gives takes the place of this. */
  startTls(): Promise<LineClient> {
    this.socket.removeAllListeners();
    return LineClient.secured({ socket: this.socket });
  }

  write(data: string | Buffer): void {
    this.socket.write(data);
  }

  /** The next line without its CRLF. */
  async line(): Promise<string> {
    for (let from = 0; ; ) {
      const end = this.buffer.indexOf('\r\n', from);
      if (end >= 0) {
        const line = this.buffer.toString('latin1', 0, end);
        this.buffer = this.buffer.subarray(end + 2);
        return line;
      }
      from = Math.max(0, this.buffer.length - 1);
      await this.more();
    }
  }

  /** Reads up to and including the first of these octets; gives how many there were. */
  async through(mark: string): Promise<number> {
    let passed = 0;
    for (;;) {
      const at = this.buffer.indexOf(mark, 0, 'latin1');
      if (at >= 0) {
        const length = at + mark.length;
        this.buffer = this.buffer.subarray(length);
        return passed + length;
      }
      const keep = Math.min(this.buffer.length, mark.length - 1);
      passed += this.buffer.length - keep;
      this.buffer = this.buffer.subarray(this.buffer.length - keep);
      await this.more();
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private more(): Promise<void> {
    if (this.over) throw new Error('the server closed the connection');
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = undefined;
        resolve();
      };
    });
  }
}
