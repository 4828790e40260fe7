import type { Socket } from 'node:net';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { ByteQueue } from './byte-queue';
import { excerpt } from './escape';
import { type Frame, FrameError } from './framing/frame';
import { WireMismatch } from './mismatch';
import { nodeTlsOptions, type TlsOptions } from './tls-options';
import type { Transcript } from './transcript';
import { Wait } from './wait';

export interface ConnectionLimits {
  /** Octets that the server may send over the connection's life. */
  total: number;
  /** Octets a millisecond that a large transfer must make, beyond the time a reply may take. */
  rate: number;
}

const LIMITS: ConnectionLimits = { total: 256 << 20, rate: 1000 };
/** Unread octets at which we stop taking more until somebody reads. */
const PAUSE_AT = 1 << 20;
const NOTHING = Buffer.alloc(0);

/**
 * One TCP connection to a server, in clear or under TLS, from the client's side. Octets go out exactly as given, each write
 * a segment of its own; what comes is gathered by one listener and cut by frames. Every wait has a bound. Make one with
 * `openConnection`; destroy it at the end.
 */
export class Connection {
  private readonly queue = new ByteQueue();
  private readonly wait = new Wait();
  private socket: Socket;
  private unlisten: () => void = () => {};
  private lastWrite: Buffer = NOTHING;
  private failure: NodeJS.ErrnoException | undefined;
  private paused = false;
  /** Octets that came and went since the last unit was read: they earn time. */
  private moved = 0;
  private receivedTotal = 0;
  /** The server has closed its side (FIN or close_notify), or the connection broke. */
  private over = false;
  /** Octets that the server sent in clear after its answer to STARTTLS and before the handshake. */
  unreadAtTls: Buffer = NOTHING;

  constructor(
    private readonly raw: Socket,
    readonly number: number,
    readonly transcript: Transcript,
    private readonly limits: ConnectionLimits = LIMITS,
  ) {
    this.socket = raw;
    raw.setNoDelay(true);
    this.listen();
  }

  /** The time that so many octets are given, in milliseconds. */
  timeFor(octets: number): number {
    return octets / this.limits.rate;
  }

  /** What has arrived and was not read. */
  get unread(): Buffer {
    return this.queue.view();
  }

  /** How the server ended the connection, if it did. */
  get ended(): 'closed' | 'reset' | undefined {
    if (!this.over) return undefined;
    return this.failure === undefined ? 'closed' : 'reset';
  }

  /** The TLS socket (protocol version, certificate), where TLS is on. */
  get tls(): TLSSocket | undefined {
    return this.socket === this.raw ? undefined : (this.socket as TLSSocket);
  }

  /** The address that the client speaks from. */
  get localAddress(): string {
    return this.raw.localAddress ?? '';
  }

  /** Octets received in all. */
  get received(): number {
    return this.receivedTotal;
  }

  /** Sends these octets in one write. Does not wait: a connection that broke shows at the next read. */
  write(bytes: Buffer): void {
    this.sent(bytes);
    if (!this.socket.destroyed && this.socket.writable) this.socket.write(bytes);
  }

  /** Sends these octets as a write of their own: waits until they have left, at most so many milliseconds. */
  async writeApart(bytes: Buffer, timeout: number): Promise<void> {
    this.sent(bytes);
    if (this.socket.destroyed || !this.socket.writable) return;
    let left = false;
    this.socket.write(bytes, () => {
      left = true;
      this.wait.wake();
    });
    const late = () => this.mismatch('timeout', `the server took none of ${bytes.length} octets for ${timeout} ms`);
    await this.until(() => left || this.over || undefined, timeout, late);
  }

  /**
   * Reads one unit.
   * @param timeout milliseconds for the whole of it; a large transfer gets more as it moves on.
   * @throws WireMismatch `timeout`, `closed`, `reset`, `too-much`, or what the frame objects to.
   */
  async read<T>(frame: Frame<T>, timeout: number): Promise<T> {
    const late = () => {
      const why = frame.explain?.(this.queue.view());
      if (why !== undefined) return this.mismatch('malformed-reply', why);
      const whole = this.queue.length > 0 ? ' whole' : '';
      return this.mismatch('timeout', `${frame.what} did not come${whole} within ${Math.ceil(timeout)} ms`);
    };
    const take = () => {
      const unit = this.takeFrame(frame);
      if (unit === undefined && this.over) throw this.endMismatch(frame);
      return unit;
    };
    const { value, octets } = await this.until(take, timeout, late);
    this.queue.take(octets);
    this.moved = 0;
    return value;
  }

  /** The next unit if it has arrived whole already, else undefined; never waits. @throws as `read`. */
  readArrived<T>(frame: Frame<T>): T | undefined {
    const unit = this.queue.length === 0 ? undefined : this.takeFrame(frame);
    if (unit === undefined) return undefined;
    this.queue.take(unit.octets);
    return unit.value;
  }

  /** Waits for the server to close, at most so many milliseconds. Octets that come before stay unread. */
  async waitForEnd(timeout: number): Promise<'closed' | 'reset'> {
    const late = () => this.mismatch('timeout', `the server did not close the connection within ${timeout} ms`);
    return await this.until(() => this.ended, timeout, late);
  }

  /** Waits until unread octets exceed a number or the server ends; false when the time is over first. */
  async waitForMore(than: number, timeout: number): Promise<boolean> {
    let late = false;
    const probe = () => (this.queue.length > than || this.over ? true : undefined);
    await this.until(probe, timeout, () => {
      late = true;
      return new Error();
    }).catch((error) => {
      if (!late) throw error;
    });
    return !late;
  }

  /** Starts TLS on this connection. @throws WireMismatch `tls-failed` when the handshake does not succeed in time. */
  async startTls(options: TlsOptions, timeout: number): Promise<void> {
    this.unreadAtTls = Buffer.from(this.queue.view());
    this.queue.take(this.queue.length);
    this.unlisten();
    let ready = false;
    const secure = tlsConnect({ ...nodeTlsOptions(options), socket: this.raw }, () => {
      ready = true;
      this.wait.wake();
    });
    this.socket = secure;
    this.listen();
    const failed = (why: string) => this.mismatch('tls-failed', `the TLS handshake failed: ${why}`);
    await this.until(
      () => {
        if (this.over && !ready) throw failed(this.failure?.message ?? 'the server closed the connection');
        return ready || undefined;
      },
      timeout,
      () => failed(`not done within ${timeout} ms`),
    );
    this.transcript.note(this.number, `${secure.getProtocol()} ${secure.getCipher().name}`);
  }

  /** Closes our side; the server may still speak. */
  halfClose(): void {
    this.transcript.note(this.number, 'the client closes its side');
    this.socket.end();
  }

  /** Breaks the connection with RST. */
  reset(): void {
    this.transcript.note(this.number, 'the client breaks the connection');
    this.raw.resetAndDestroy();
    this.socket.destroy();
  }

  /** Lets go of everything, without a word. Safe to call again. */
  destroy(): void {
    this.socket.destroy();
    this.raw.destroy();
  }

  /** A mismatch that shows what was asked and what came. */
  mismatch(code: string, reason: string): WireMismatch {
    const asked = this.transcript.secrets.mask(excerpt(this.lastWrite, 200));
    return new WireMismatch(code, this.transcript.secrets.mask(reason), { asked, came: this.queue.view() });
  }

  private sent(bytes: Buffer): void {
    this.transcript.record(this.number, 'C', bytes);
    this.lastWrite = bytes;
    this.moved = bytes.length;
  }

  private takeFrame<T>(frame: Frame<T>): { value: T; octets: number } | undefined {
    try {
      return frame.take(this.queue.view());
    } catch (error) {
      throw error instanceof FrameError ? this.mismatch(error.code, error.message) : error;
    }
  }

  private endMismatch<T>(frame: Frame<T>): WireMismatch {
    if (this.failure !== undefined) {
      return this.mismatch('reset', `the connection broke (${this.failure.code ?? this.failure.message})`);
    }
    const why = frame.explain?.(this.queue.view());
    if (why !== undefined) return this.mismatch('malformed-reply', why);
    const state = this.queue.length > 0 ? 'in the middle of' : 'instead of';
    return this.mismatch('closed', `the server closed the connection ${state} ${frame.what}`);
  }

  /** Waits until the probe gives a value, no longer than so many milliseconds and what the moved octets earn. */
  private until<T>(probe: () => T | undefined, timeout: number, late: () => Error): Promise<T> {
    if (this.paused) {
      this.paused = false;
      this.socket.resume();
    }
    const bounded = () => {
      const value = probe();
      if (value !== undefined || this.receivedTotal <= this.limits.total) return value;
      throw this.mismatch('too-much', `more than ${this.limits.total} octets on one connection`);
    };
    return this.wait.until(bounded, () => timeout + this.timeFor(this.moved), late);
  }

  private listen(): void {
    const over = (note: string, failure?: NodeJS.ErrnoException) => {
      if (this.over) return;
      this.over = true;
      this.failure = failure;
      this.transcript.note(this.number, note);
      this.wait.wake();
    };
    const onData = (chunk: Buffer) => {
      this.transcript.record(this.number, 'S', chunk);
      this.receivedTotal += chunk.length;
      this.moved += chunk.length;
      this.queue.push(chunk);
      this.wait.wake();
      if (!this.wait.pending && (this.queue.length > PAUSE_AT || this.receivedTotal > this.limits.total)) {
        this.paused = true;
        this.socket.pause();
      }
    };
    const onEnd = () => over('the server closed the connection');
    const { socket } = this;
    socket.on('data', onData).on('end', onEnd).on('close', onEnd);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      over(`the connection broke (${error.code ?? error.message})`, error);
    });
    // The error listener stays: under TLS the raw socket may still fail, and nobody else would hear it.
    this.unlisten = () => socket.off('data', onData).off('end', onEnd).off('close', onEnd);
  }
}
