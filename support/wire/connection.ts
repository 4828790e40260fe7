import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { SecureContext, TLSSocket } from 'node:tls';
import { Deflated, withoutLastBlock } from './deflated';
import { asClient, type Ends } from './ends';
import { excerpt } from './escape';
import { type Frame, FrameError } from './framing/frame';
import { beginTls } from './handshake';
import { type ConnectionLimits, Inbound } from './inbound';
import { WireMismatch } from './mismatch';
import type { HandshakeOptions, TlsOptions } from './tls-options';
import type { Transcript } from './transcript';

const LIMITS: ConnectionLimits = { total: 256 << 20, rate: 1000 };
const NOTHING = Buffer.alloc(0);

/**
 * One TCP connection, in clear or under TLS: to a server, from the client's side, or to a host that the suite plays, from the server's. Octets
 * go out exactly as given, each write a segment of its own; what comes is gathered by one listener and cut by frames. Every wait has a bound.
 * A client makes one with `openConnection`; destroy it at the end.
 */
export class Connection {
  private readonly inbound: Inbound;
  private socket: Socket;
  /** What is written to and listened to: the socket, or what compresses over it. */
  private stream: Duplex;
  private lastWrite: Buffer = NOTHING;

  constructor(
    private readonly raw: Socket,
    readonly number: number,
    readonly transcript: Transcript,
    limits: ConnectionLimits = LIMITS,
    private readonly ends: Ends = asClient(number),
  ) {
    this.socket = raw;
    this.stream = raw;
    this.inbound = new Inbound(limits, ends, transcript);
    this.inbound.attach(raw);
    raw.setNoDelay(true);
  }

  /** The time that so many octets are given, in milliseconds. */
  timeFor(octets: number): number {
    return this.inbound.timeFor(octets);
  }

  /** What has arrived and was not read. */
  get unread(): Buffer {
    return this.inbound.queue.view();
  }

  /** Forgets it. */
  discardUnread(): void {
    this.inbound.queue.take(this.inbound.queue.length);
  }

  /** How the other end ended the connection, if it did. */
  get ended(): 'closed' | 'reset' | undefined {
    if (!this.inbound.over) return undefined;
    return this.inbound.failure === undefined ? 'closed' : 'reset';
  }

  /** Why the connection broke, if it did. */
  get failure(): Error | undefined {
    return this.inbound.failure;
  }

  /** The TLS socket (protocol version, certificate), where TLS is on. */
  get tls(): TLSSocket | undefined {
    return this.socket === this.raw ? undefined : (this.socket as TLSSocket);
  }

  /** The address of our end. */
  get localAddress(): string {
    return this.raw.localAddress ?? '';
  }

  /** Octets received in all. */
  get received(): number {
    return this.inbound.received;
  }

  /** Sends these octets in one write. Does not wait: a connection that broke shows at the next read. */
  write(bytes: Buffer): void {
    this.sent(bytes);
    if (!this.stream.destroyed && this.stream.writable) this.stream.write(bytes);
  }

  /**
   * Sends these octets as a write of their own: waits until they have left, at most so many milliseconds, and until another end in this very
   * process has had its turn to read them. Otherwise the kernel would hand them over together with the next.
   */
  async writeApart(bytes: Buffer, timeout: number): Promise<void> {
    this.sent(bytes);
    if (this.stream.destroyed || !this.stream.writable) return;
    let left = false;
    this.stream.write(bytes, () => {
      left = true;
      this.inbound.wait.wake();
    });
    const late = () =>
      this.mismatch('timeout', `the ${this.ends.peer} took none of ${bytes.length} octets for ${timeout} ms`);
    await this.until(() => left || this.inbound.over || undefined, timeout, late);
    // Each turn of the event loop reads before it comes here: the second is the first that began after the write.
    await turn();
    await turn();
  }

  /**
   * Reads one unit.
   * @param timeout milliseconds for the whole of it; a large transfer gets more as it moves on.
   * @throws WireMismatch `timeout`, `closed`, `reset`, `too-much`, or what the frame objects to.
   */
  async read<T>(frame: Frame<T>, timeout: number): Promise<T> {
    const late = () => {
      const why = frame.explain?.(this.inbound.queue.view());
      if (why !== undefined) return this.mismatch('malformed-reply', why);
      const whole = this.inbound.queue.length > 0 ? ' whole' : '';
      return this.mismatch(
        'timeout',
        `${frame.what} did not come${whole} within ${Math.ceil(timeout)} ms${this.lack(frame)}`,
      );
    };
    const take = () => {
      const unit = this.takeFrame(frame);
      if (unit === undefined && this.inbound.over) throw this.endMismatch(frame);
      return unit;
    };
    const { value, octets } = await this.until(take, timeout, late);
    this.inbound.queue.take(octets);
    this.inbound.moved = 0;
    return value;
  }

  /** The next unit if it has arrived whole already, else undefined; never waits. @throws as `read`. */
  readArrived<T>(frame: Frame<T>): T | undefined {
    const unit = this.inbound.queue.length === 0 ? undefined : this.takeFrame(frame);
    if (unit === undefined) return undefined;
    this.inbound.queue.take(unit.octets);
    return unit.value;
  }

  /** Waits for the other end to close, at most so many milliseconds. Octets that come before stay unread. */
  async waitForEnd(timeout: number): Promise<'closed' | 'reset'> {
    const late = () =>
      this.mismatch('timeout', `the ${this.ends.peer} did not close the connection within ${timeout} ms`);
    return await this.until(() => this.ended, timeout, late);
  }

  /** Waits until unread octets exceed a number or the other end closes; false when the time is over first. */
  async waitForMore(than: number, timeout: number): Promise<boolean> {
    let late = false;
    const probe = () => (this.inbound.queue.length > than || this.inbound.over ? true : undefined);
    await this.until(probe, timeout, () => {
      late = true;
      return new Error();
    }).catch((error) => {
      if (!late) throw error;
    });
    return !late;
  }

  /**
   * Starts TLS: as its client, or as its server where it is given a certificate.
   * @throws WireMismatch `tls-failed` when the handshake does not succeed in time.
   */
  async startTls(tls: TlsOptions | SecureContext, timeout: number, handshake?: HandshakeOptions): Promise<void> {
    const early = Buffer.from(this.inbound.queue.take(this.inbound.queue.length));
    this.inbound.leave();
    let ready = false;
    const secure = beginTls(
      this.raw,
      tls,
      early,
      () => {
        ready = true;
        this.inbound.wait.wake();
      },
      handshake,
    );
    this.socket = secure;
    this.stream = secure;
    this.inbound.attach(secure);
    const failed = (why: string) => this.mismatch('tls-failed', `the TLS handshake failed: ${why}`);
    await this.until(
      () => {
        if (this.inbound.over && !ready)
          throw failed(this.inbound.failure?.message ?? `the ${this.ends.peer} closed the connection`);
        return ready || undefined;
      },
      timeout,
      () => failed(`not done within ${timeout} ms`),
    );
    this.transcript.note(this.ends.name, `${secure.getProtocol()} ${secure.getCipher().name}`);
  }

  /** From here on both ends compress by DEFLATE (RFC 4978 §3). What has come and was not read is taken for compressed already. */
  startDeflate(): void {
    const early = Buffer.from(this.inbound.queue.take(this.inbound.queue.length));
    this.inbound.leave();
    this.stream = new Deflated(this.stream, early);
    this.inbound.attach(this.stream);
    this.transcript.note(this.ends.name, 'DEFLATE');
  }

  /** Both ends compress no more (RFC 8437 §4.1). */
  endDeflate(): void {
    if (!(this.stream instanceof Deflated)) throw new Error('nothing is compressed');
    this.inbound.leave();
    this.stream.destroy();
    this.stream = this.socket;
    this.inbound.attach(this.stream, withoutLastBlock);
    this.stream.resume();
    this.transcript.note(this.ends.name, 'no more DEFLATE');
  }

  /** Closes our side; the other end may still speak. Under TLS with its farewell (close_notify), or as if the wire were cut. */
  halfClose(farewell = true): void {
    this.transcript.note(this.ends.name, `the ${this.ends.we} closes its side${farewell ? '' : ' without a farewell'}`);
    (farewell ? this.stream : this.raw).end();
  }

  /** Breaks the connection with RST. */
  reset(): void {
    this.transcript.note(this.ends.name, `the ${this.ends.we} breaks the connection`);
    this.raw.resetAndDestroy();
    this.socket.destroy();
  }

  /** Lets go of everything, without a word. Safe to call again. */
  destroy(): void {
    this.inbound.abandon();
    this.stream.destroy();
    this.socket.destroy();
    this.raw.destroy();
  }

  /** A mismatch that shows what was asked and what came. */
  mismatch(code: string, reason: string): WireMismatch {
    const mask = (text: string) => this.transcript.secrets.mask(text);
    const asked = mask(excerpt(this.lastWrite, 200));
    return new WireMismatch(code, mask(reason), { asked, came: this.inbound.queue.view(), mask });
  }

  private sent(bytes: Buffer): void {
    this.transcript.record(this.ends.name, this.ends.ours, bytes);
    this.lastWrite = bytes;
    this.inbound.moved = bytes.length;
  }

  private takeFrame<T>(frame: Frame<T>): { value: T; octets: number } | undefined {
    try {
      return frame.take(this.inbound.queue.view());
    } catch (error) {
      throw error instanceof FrameError ? this.mismatch(error.code, error.message) : error;
    }
  }

  private endMismatch<T>(frame: Frame<T>): WireMismatch {
    if (this.inbound.failure !== undefined) {
      return this.mismatch(
        'reset',
        `the connection broke (${this.inbound.failure.code ?? this.inbound.failure.message})`,
      );
    }
    const why = frame.explain?.(this.inbound.queue.view());
    if (why !== undefined) return this.mismatch('malformed-reply', why);
    const state = this.inbound.queue.length > 0 ? 'in the middle of' : 'instead of';
    return this.mismatch(
      'closed',
      `the ${this.ends.peer} closed the connection ${state} ${frame.what}${this.lack(frame)}`,
    );
  }

  private lack<T>(frame: Frame<T>): string {
    const lacks = frame.lacks?.(this.inbound.queue.view());
    return lacks === undefined ? '' : `: ${lacks}`;
  }

  private until<T>(probe: () => T | undefined, timeout: number, late: () => Error): Promise<T> {
    const bounded = () => {
      const value = probe();
      if (value !== undefined || !this.inbound.tooMuch) return value;
      throw this.mismatch('too-much', `more than ${this.inbound.limits.total} octets on one connection`);
    };
    return this.inbound.until(bounded, timeout, late);
  }
}
