/** Replies that gather until they go out in one write. */

import type { Duplex } from 'node:stream';

/** Such text is written as it is, without encoding. */
const ASCII = /^[\x00-\x7f]*$/;

export class OutputBuffer {
  private parts: Array<Buffer | string> = [];
  /** Octets, or letters of text, that have gathered. */
  length = 0;
  private budget = Number.POSITIVE_INFINITY;

  /** Strings are UTF-8. */
  add(data: Buffer | string): void {
    this.parts.push(data);
    this.length += data.length;
  }

  /** Lets only so many more octets through. */
  limit(octets: number): void {
    this.budget = octets;
  }

  /** Writes all of it at once; says whether more may follow. */
  sendTo(socket: Duplex): boolean {
    const { parts } = this;
    if (parts.length === 0) return true;
    this.parts = [];
    this.length = 0;
    if (socket.destroyed || !socket.writable) return true;
    const data = parts.length === 1 ? parts[0]! : joined(parts);
    if (this.budget !== Number.POSITIVE_INFINITY) return this.sendPart(socket, Buffer.from(data as string));
    if (typeof data === 'string' && ASCII.test(data)) socket.write(data, 'latin1');
    else socket.write(data);
    return true;
  }

  private sendPart(socket: Duplex, data: Buffer): boolean {
    socket.write(data.subarray(0, this.budget));
    this.budget = Math.max(0, this.budget - data.length);
    return this.budget > 0;
  }
}

function joined(parts: ReadonlyArray<Buffer | string>): Buffer | string {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
