/** All octets of one connection, as they came and went: neither cut nor escaped, as transcripts are. */

/** What one side said before the other spoke. */
export interface Turn {
  from: 'C' | 'S';
  octets: Buffer;
}

/** What is kept of a connection: floods go on far beyond what there is to learn from them. */
const MOST = 4 << 20;

export class Recording {
  private readonly heard: { from: 'C' | 'S'; pieces: Buffer[] }[] = [];
  private room = MOST;

  /** @param protocol what is spoken on it */
  constructor(readonly protocol: string) {}

  hear(from: 'C' | 'S', octets: Buffer): void {
    this.room -= octets.length;
    if (this.room <= 0) return;
    const last = this.heard.at(-1);
    if (last?.from === from) last.pieces.push(octets);
    else this.heard.push({ from, pieces: [octets] });
  }

  /** From the first octet on. */
  *turns(): Generator<Turn> {
    for (const { from, pieces } of this.heard) yield { from, octets: Buffer.concat(pieces) };
  }
}
