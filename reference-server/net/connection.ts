/**
 * One connection, as sessions of line protocols use it: they read a line or a block and write replies. Replies gather and go out in
 * one write when the session has to wait for more input, so that pipelined commands are answered in one packet. It serves the other
 * side too, where this server is the client.
 */

import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { channelBinding } from './channel-binding';
import type { Clock } from './clock';
import { Deflated } from './deflated';
import { gather } from './gather';
import { Idleness } from './idleness';
import { InputBuffer } from './input';
import { Interrupted, type Interruption } from './interrupted';
import { OutputBuffer } from './output';
import type { Reading } from './reading';

/** Octets of replies that may wait before they are written although there is more input. */
const GATHER = 64 * 1024;
/** Octets that may wait for a client that does not read before its next command has to wait too. */
const BACKLOG = 1024 * 1024;
/** Octets of one line after which the client is taken for a flood. */
const ENDLESS = 4 * 1024 * 1024;
/** Milliseconds of real time that a closed connection may take to go. */
const LINGER = 1000;

export interface Line {
  /** Without its CRLF; cut when it was too long. */
  octets: Buffer;
  /** Longer than the limit: the rest was thrown away. */
  tooLong: boolean;
}

export interface ConnectionOptions {
  clock: Clock;
  /** Milliseconds without input after which reads throw Interrupted `idle`. */
  idle: number;
}

export class Connection {
  /** The address of the client and of this end, without a zone. */
  readonly remoteAddress: string;
  readonly localAddress: string;
  private socket: Socket | TLSSocket;
  /** What is read and written: the socket, or what compresses over it. */
  private stream: Duplex;
  private readonly input = new InputBuffer();
  private readonly output = new OutputBuffer();
  private readonly idleness: Idleness;
  private waiting: Array<() => void> = [];
  private interruption: Interruption | undefined;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.socket = socket;
    this.stream = socket;
    this.remoteAddress = plainAddress(socket.remoteAddress);
    this.localAddress = plainAddress(socket.localAddress);
    this.listen();
    const busy = () => this.waiting.length === 0;
    this.idleness = new Idleness(options.clock, options.idle, busy, () => this.interrupt('idle'));
  }

  /** Whether TLS protects the connection. */
  get secure(): boolean {
    return this.socket instanceof TLSSocket;
  }

  /** The cipher suite of TLS by its registered name. */
  get suite(): string | undefined {
    return this.socket instanceof TLSSocket ? this.socket.getCipher()?.standardName : undefined;
  }

  /** Whether what is said goes compressed. */
  get compressed(): boolean {
    return this.stream !== this.socket;
  }

  /** What binds a login to this connection's TLS (RFC 5056). */
  binding(type: 'tls-exporter' | 'tls-unique'): Buffer | undefined {
    return this.socket instanceof TLSSocket ? channelBinding(this.socket, type) : undefined;
  }

  /** Whether the peer may still be heard. */
  get open(): boolean {
    return this.interruption === undefined && !this.stream.destroyed;
  }

  /** Octets that have come and wait to be read. */
  get buffered(): number {
    return this.input.length;
  }

  /** Changes how long the client may be silent, in milliseconds. */
  setIdle(milliseconds: number): void {
    this.idleness.setLimit(milliseconds);
  }

  /** Lets `reading` see what comes before the session does: see seams.ts. */
  readThrough(reading: Reading): void {
    this.input.reading = reading;
  }

  /** The next line; only CRLF ends one. Throws Interrupted when the session must end. */
  async readLine(limit: number): Promise<Line> {
    let start: Buffer | undefined;
    let skipped = 0;
    if (this.stream.writableLength > BACKLOG) await this.flush();
    for (;;) {
      const octets = this.input.line();
      if (octets) {
        if (start) return { octets: start, tooLong: true };
        return { octets: octets.subarray(0, limit), tooLong: octets.length > limit };
      }
      if (start || this.input.length > limit + 1) {
        start ??= Buffer.from(this.input.peek(limit));
        skipped += this.input.skip();
      }
      if (skipped > ENDLESS) this.interrupt('flood');
      await this.more();
    }
  }

  /** Between one octet and `most`, as they come. Throws Interrupted. */
  async readSome(most: number): Promise<Buffer> {
    for (;;) {
      const octets = this.input.take(most);
      if (octets) return octets;
      await this.more();
    }
  }

  /** Exactly so many octets. Throws Interrupted. */
  async readExactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0; ) {
      const part = await this.readSome(missing);
      gather(parts, part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts, count);
  }

  /** Puts octets back, to be read next. */
  unread(octets: Buffer): void {
    if (octets.length > 0) this.input.unread(octets);
  }

  /** Resolves when there is input to read; throws Interrupted. What was written before goes out first. */
  async waitForInput(): Promise<void> {
    while (this.input.length === 0) await this.more();
  }

  /** Adds to the replies; strings are UTF-8. They go out when the session waits for input, or by `flush`. */
  write(data: Buffer | string): void {
    this.output.add(data);
    if (this.output.length > GATHER) this.send();
  }

  /** Writes what has gathered; resolves when the peer has taken enough of it. */
  async flush(): Promise<void> {
    this.send();
    while (this.stream.writableNeedDrain && this.interruption === undefined) {
      this.stream.once('drain', () => this.wakeAll());
      await this.wait();
    }
  }

  /** Sends only so many more octets, then breaks off: for faults. */
  truncateAfter(octets: number): void {
    this.output.limit(octets);
  }

  /**
   * Shakes hands for TLS by what `wrap` makes of the socket; throws Interrupted `gone` when that fails. Input that came before is thrown away:
   * it was not protected (RFC 3207 §4.2).
   */
  async secureBy(wrap: (plain: Socket) => TLSSocket): Promise<void> {
    this.send();
    const plain = this.socket;
    plain.removeAllListeners('data');
    this.input.clear();
    const secure = wrap(plain);
    this.socket = secure;
    this.stream = secure;
    this.listen();
    let established = false;
    secure.once('secure', () => {
      established = true;
      this.wakeAll();
    });
    while (!established) {
      this.throwIfInterrupted();
      await this.wait();
    }
  }

  /**
   * Compresses from here on, in both directions, under what protects the connection (RFC 4978 §3). What has come already and was not read was said
   * after it, and is taken for compressed.
   */
  compress(wrap = (plain: Duplex, early: Buffer): Duplex => new Deflated(plain, early)): void {
    this.send();
    const early = this.input.all();
    this.stream.removeAllListeners('data');
    this.stream = wrap(this.stream, early);
    this.listen();
  }

  /**
   * Ends what `compress` began, once all that was written has left: from there on both directions are in clear (RFC 8437 §4.1). The peer has to wait
   * for that: what it says in clear before cannot be told from what is compressed.
   */
  async expand(): Promise<void> {
    const layer = this.stream;
    this.send();
    // What comes now is in clear, and is read as such later.
    this.socket.unpipe().pause();
    layer.removeAllListeners('data');
    await new Promise((done) => layer.write('', done));
    if (layer instanceof Deflated) layer.letGo();
    this.stream = this.socket;
    this.hear();
  }

  /** Ends the session's present and all later reads: the protocol's loop says farewell and ends. */
  interrupt(reason: Interruption): void {
    this.interruption ??= reason;
    this.wakeAll();
  }

  /** Writes what is left and closes; resolves when the connection is gone. */
  async end(): Promise<void> {
    this.idleness.stop();
    this.send();
    if (this.socket.destroyed) return;
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(() => this.socket.destroy(), this.interruption === 'shutdown' ? LINGER / 20 : LINGER);
      this.socket.once('close', () => {
        clearTimeout(giveUp);
        resolve();
      });
      // What the client still says is read and forgotten: unread input would turn the close into a reset.
      this.stream.removeAllListeners('data').resume();
      this.stream.end();
    });
  }

  /** Breaks the connection off. */
  destroy(): void {
    this.idleness.stop();
    this.socket.destroy();
    this.interrupt('gone');
  }

  private send(): void {
    const { stream } = this;
    if (!this.output.sendTo(stream)) stream.end(() => this.destroy());
  }

  /** Resolves when there may be more input: whoever calls it looks again. Throws Interrupted. */
  private more(): Promise<void> {
    this.send();
    this.throwIfInterrupted();
    if (this.stream.writableNeedDrain) return this.flush();
    this.stream.resume();
    return this.wait();
  }

  private wait(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wakeAll(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private throwIfInterrupted(): void {
    if (this.interruption !== undefined) throw new Interrupted(this.interruption);
  }

  private hear(): void {
    this.stream.on('data', (chunk: Buffer) => {
      this.idleness.heard();
      this.input.push(chunk);
      // Input that nobody waits for stays in the kernel: a client cannot make the server hoard.
      if (this.waiting.length === 0 && this.input.length > GATHER) this.stream.pause();
      this.wakeAll();
    });
  }

  private listen(): void {
    this.hear();
    this.stream.on('error', () => this.interrupt('gone'));
    this.stream.on('end', () => this.interrupt('gone'));
    this.stream.on('close', () => this.interrupt('gone'));
  }
}

function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/, '').replace(/%.*$/, '');
}
