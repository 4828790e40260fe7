/** What an IMAP client has said: its commands, as far as every server cuts them alike. */

export interface ImapCommand {
  tag: string;
  /** In capitals; `UID FETCH` is one name. */
  name: string;
  /** The whole line, without the octets of its literals. */
  text: string;
  /** No other ran at any time of it, so that all data that came are its own or nobody's. */
  alone: boolean;
}

/** RFC 3501 §7.4.1, RFC 5256 §3: during these no message goes. */
export const KEEP_NUMBERS: ReadonlySet<string> = new Set(['FETCH', 'STORE', 'SEARCH', 'SORT', 'THREAD']);

const LITERAL = /\{(\d+)(\+?)\}$/;
const COMMAND = /^(\S+) (?:(UID) +)?(\S+)/i;

export class ImapCommands {
  /** Those that no tagged result has ended. */
  readonly running: ImapCommand[] = [];
  /** Nobody can tell any more where a command begins. */
  lost = false;
  private rest: Buffer = Buffer.alloc(0);
  /** Of the command that is being said. */
  private text = '';
  /** Octets of a literal that are still to come. */
  private octets = 0;
  /** The line ended in a literal that waits for `+`. */
  private waits: 'literal' | 'response' | undefined;
  private announced = 0;

  sent(octets: Buffer): void {
    this.rest = this.rest.length === 0 ? octets : Buffer.concat([this.rest, octets]);
    this.read();
  }

  /** The server says go on: to a literal, to AUTHENTICATE, to IDLE. */
  goOn(): void {
    if (this.waits === 'literal') this.octets = this.announced;
    const running = this.running.at(-1)?.name;
    this.waits = this.waits === 'literal' || running === undefined ? undefined : 'response';
    this.read();
  }

  /** A tagged result has come. @returns the command that it ends */
  end(tag: string): ImapCommand | undefined {
    const at = this.running.findIndex((command) => command.tag === tag);
    if (at < 0) {
      // Answered before it has ended: what is still said of it may be taken for commands of its own.
      if (this.isSaying(tag)) this.lost = true;
      return undefined;
    }
    const [command] = this.running.splice(at, 1);
    // A literal that was refused is not sent.
    if (this.waits === 'literal') this.text = '';
    this.waits = undefined;
    // What was said in clear behind it is forgotten (RFC 3501 §6.2.1).
    if (command!.name === 'STARTTLS') {
      this.rest = Buffer.alloc(0);
      this.text = '';
    }
    this.read();
    return command;
  }

  private isSaying(tag: string): boolean {
    return this.text === '' && this.rest.subarray(0, tag.length + 1).toString('latin1') === `${tag} `;
  }

  private read(): void {
    while (!this.lost && this.rest.length > 0) {
      if (this.octets > 0) {
        const taken = Math.min(this.octets, this.rest.length);
        this.octets -= taken;
        this.rest = this.rest.subarray(taken);
        continue;
      }
      if (this.waits === 'literal') return;
      const feed = this.rest.indexOf(10);
      if (feed < 0) return;
      const line = this.rest.toString('latin1', 0, feed - 1);
      // Where they stand in a line servers differ.
      if (feed === 0 || this.rest[feed - 1] !== 13 || /[\0\r]/.test(line) || line.length > 8192) this.lost = true;
      this.rest = this.rest.subarray(feed + 1);
      this.line(line);
    }
  }

  private line(line: string): void {
    const begins = this.text === '';
    if (begins && this.waits === 'response') {
      // DONE, or what AUTHENTICATE is told: no command.
      this.waits = undefined;
      return;
    }
    this.text += line;
    const literal = LITERAL.exec(line);
    if (begins) this.begin();
    else this.running.at(-1)!.text = this.text;
    if (literal === null) this.text = '';
    else if (literal[2] === '+') this.octets = Number(literal[1]);
    else {
      this.announced = Number(literal[1]);
      this.waits = 'literal';
    }
    if (literal !== null && this.text !== '') this.text += ' ';
  }

  private begin(): void {
    const [, tag, uid, name] = COMMAND.exec(this.text) ?? [];
    if (tag === undefined) {
      // What has no tag is answered by a BAD without one, or by one that makes one up.
      this.lost = true;
      this.running.push({ tag: '', name: '', text: this.text, alone: false });
      return;
    }
    for (const other of this.running) other.alone = false;
    const alone = this.running.length === 0;
    this.running.push({ tag, name: `${uid ? 'UID ' : ''}${name}`.toUpperCase(), text: this.text, alone });
  }
}
