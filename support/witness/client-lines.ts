/** The lines of the client, as far as every server cuts them alike. */

const LF = 10;
const CR = 13;
/** A longer one a server may refuse in the middle (RFC 5321 §4.5.3.1.4, RFC 2449 §4). */
const LONGEST = 512;

export class ClientLines {
  private rest: Buffer = Buffer.alloc(0);

  /**
   * Takes octets, cut anywhere.
   * @returns the lines that are whole, without CRLF; undefined where servers may differ in what a line is
   */
  take(octets: Buffer): Buffer[] | undefined {
    const all = this.rest.length === 0 ? octets : Buffer.concat([this.rest, octets]);
    const lines: Buffer[] = [];
    let from = 0;
    for (let feed = all.indexOf(LF); feed >= 0; feed = all.indexOf(LF, from)) {
      const line = all.subarray(from, feed - 1);
      if (feed === from || all[feed - 1] !== CR || line.includes(CR) || line.includes(0)) return undefined;
      if (line.length > LONGEST) return undefined;
      lines.push(line);
      from = feed + 1;
    }
    this.rest = all.subarray(from);
    return this.rest.length > LONGEST ? undefined : lines;
  }

  /** What stands at the end without a line end, taken away: content, where a command says so. */
  takeRest(): Buffer {
    const { rest } = this;
    this.rest = Buffer.alloc(0);
    return rest;
  }
}
