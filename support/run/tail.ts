/** Follows a file that another process appends to. The file is held open, so it may be unlinked meanwhile. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK = 1 << 18;

export class Tail {
  private readonly file: number;
  private readonly decoder = new StringDecoder('utf8');
  private readonly chunk = Buffer.allocUnsafe(CHUNK);

  /** Creates the file where it is not there yet. */
  constructor(
    path: string,
    private readonly onText: (text: string) => void,
  ) {
    this.file = openSync(path, 'a+');
  }

  private position = 0;

  /** Hands on what has come since the last time; says whether something had. */
  poll(): boolean {
    const before = this.position;
    for (;;) {
      const octets = readSync(this.file, this.chunk, 0, CHUNK, this.position);
      if (octets === 0) return this.position > before;
      this.position += octets;
      this.onText(this.decoder.write(this.chunk.subarray(0, octets)));
    }
  }

  close(): void {
    closeSync(this.file);
  }
}
