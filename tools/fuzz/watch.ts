import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const HEAD = 8;

/** Which input a reader is at, in a file, so that it is known when the process never comes back or is no more. */
export class Watch {
  private readonly file: number;
  private readonly head = Buffer.alloc(HEAD);
  private begun = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  begin(input: Buffer): void {
    this.head.writeUInt32BE(++this.begun, 0);
    this.head.writeUInt32BE(input.length, 4);
    writeSync(this.file, input, 0, input.length, HEAD);
    writeSync(this.file, this.head, 0, HEAD, 0);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** How many have begun, and the last of them. */
export function seenIn(path: string): { begun: number; input: Buffer } {
  const octets = readFileSync(path);
  if (octets.length < HEAD) return { begun: 0, input: octets };
  return { begun: octets.readUInt32BE(0), input: octets.subarray(HEAD, HEAD + octets.readUInt32BE(4)) };
}
