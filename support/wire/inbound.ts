import type { Duplex } from 'node:stream';
import { ByteQueue } from './byte-queue';
import type { Ends } from './ends';
import type { Transcript } from './transcript';
import { Wait } from './wait';

export interface ConnectionLimits {
  /** Octets that the other end may send over the connection's life. */
  total: number;
  /** Octets a millisecond that a large transfer must make, beyond the time a reply may take. */
  rate: number;
}

/** Unread octets at which we stop taking more until somebody reads. */
const PAUSE_AT = 1 << 20;

/** The receiving side of a connection: one listener that gathers what comes, and the wait that it wakes. */
export class Inbound {
  readonly queue = new ByteQueue();
  readonly wait = new Wait();
  /** The other end has closed its side (FIN or close_notify), or the connection broke. */
  over = false;
  failure: NodeJS.ErrnoException | undefined;
  received = 0;
  /** Octets that came and went since the last unit was read: they earn time. */
  moved = 0;
  private socket: Duplex | undefined;
  private paused = false;
  private detach: () => void = () => {};

  constructor(
    readonly limits: ConnectionLimits,
    private readonly ends: Ends,
    private readonly transcript: Transcript,
  ) {}

  /**
   * Listens to this socket, and to no earlier one.
   * @param first gives what counts of the first octets that come
   */
  attach(socket: Duplex, first?: (chunk: Buffer) => Buffer): void {
    this.detach();
    this.socket = socket;
    let edit = first;
    const onData = (chunk: Buffer) => {
      this.onData(socket, edit ? edit(chunk) : chunk);
      edit = undefined;
    };
    const onEnd = () => this.end(`the ${this.ends.peer} closed the connection`);
    socket.on('data', onData).on('end', onEnd).on('close', onEnd);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.end(`the connection broke (${error.code ?? error.message})`, error);
    });
    // The error listener stays: under TLS the raw socket may still fail, and nobody else would hear it.
    this.detach = () => socket.off('data', onData).off('end', onEnd).off('close', onEnd);
  }

  /** Listens to none, until it is told to which. */
  leave(): void {
    this.detach();
  }

  /** The time that so many octets are given, in milliseconds. */
  timeFor(octets: number): number {
    return octets / this.limits.rate;
  }

  /** More has come than a connection may send. */
  get tooMuch(): boolean {
    return this.received > this.limits.total;
  }

  /** Waits until the probe gives a value, no longer than so many milliseconds and what the moved octets earn. */
  until<T>(probe: () => T | undefined, timeout: number, late: () => Error): Promise<T> {
    if (this.paused) {
      this.paused = false;
      this.socket?.resume();
    }
    return this.wait.until(probe, () => timeout + this.timeFor(this.moved), late);
  }

  /** We let go of the connection: whoever still waits is told, and nothing is noted. */
  abandon(): void {
    this.over = true;
    this.wait.wake();
  }

  private onData(socket: Duplex, chunk: Buffer): void {
    this.transcript.record(this.ends.name, this.ends.theirs, chunk);
    this.received += chunk.length;
    this.moved += chunk.length;
    this.queue.push(chunk);
    this.wait.wake();
    if (this.wait.pending || (this.queue.length <= PAUSE_AT && !this.tooMuch)) return;
    this.paused = true;
    socket.pause();
  }

  private end(note: string, failure?: NodeJS.ErrnoException): void {
    if (this.over) return;
    this.over = true;
    this.failure = failure;
    this.transcript.note(this.ends.name, note);
    this.wait.wake();
  }
}
