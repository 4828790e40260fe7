/** Cuts messages out of a TCP stream: each has its length before it, in two octets (RFC 1035). */
export class TcpMessages {
  #rest: Buffer = Buffer.alloc(0);

  /** The messages that are whole now. */
  push(octets: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, octets]);
    const messages: Buffer[] = [];
    while (this.#rest.length >= 2) {
      const end = 2 + this.#rest.readUInt16BE(0);
      if (this.#rest.length < end) break;
      messages.push(this.#rest.subarray(2, end));
      this.#rest = this.#rest.subarray(end);
    }
    return messages;
  }
}
