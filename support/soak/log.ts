/** What was said in a play, in the order in which it went over the wire: what a dialogue is made of. */

export interface Line {
  /** Connections are counted from 1. */
  connection: number;
  /** From 0; undefined for the session that looks at what there is. */
  session?: number;
  from: 'C' | 'S';
  /** One command or response, with its CRLF; of a literal its octets. `close`: the client lets go. `note`: what happens beside IMAP. */
  text: string;
  literal?: true;
  act?: 'close' | 'note';
}

export class Log {
  readonly lines: Line[] = [];
  private connections = 0;

  /** @returns the number of a new connection */
  connect(): number {
    return ++this.connections;
  }

  note(text: string): void {
    this.add({ connection: 0, from: 'C', text, act: 'note' });
  }

  add(line: Line): void {
    this.lines.push(line);
  }
}
