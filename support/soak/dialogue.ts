/**
 * A play in the notation of features/README.md: as short as the play, with messages of one line, and ending in what a right server answers.
 * Message numbers stand as they were, for the mailboxes were empty; UIDs are bound where a session is first told of them.
 */
import type { Finding, Proof } from './finding';
import type { Line } from './log';
import type { Box } from './step';

const TOLD = /^\* (\d+) FETCH \(.*?\bUID (\d+)/s;
const NAMES_UIDS = /^(\S+ UID (?:STORE|COPY|MOVE|FETCH|EXPUNGE) |\S+ UID SEARCH UID )([\d,:*]+)/;

/** @param names of the two mailboxes @returns lines; what comes beside IMAP is told in words, in parentheses */
export function dialogueOf(lines: readonly Line[], found: Finding, names: Record<Box, string>): string[] {
  const writer = new Writer(names, lines);
  const end = found.proof === undefined ? lines.length : endOf(lines, found.proof);
  lines.slice(0, end).forEach((line, index) => {
    const isLast = index === end - 1;
    writer.write(line, index, isLast && found.proof !== undefined && 'session' in found.proof ? found.proof.lines : []);
  });
  if (found.proof !== undefined && 'box' in found.proof) writer.ask(found.proof);
  return writer.written;
}

/** Behind the result of the last command that the proof is about. */
function endOf(lines: readonly Line[], proof: Proof): number {
  if ('box' in proof) return lines.length;
  const at = lines.findLastIndex(
    ({ session, from, text }) => session === proof.session && from === 'C' && proof.command.test(text),
  );
  if (at < 0) return lines.length;
  const { connection, text } = lines[at]!;
  const [tag] = text.split(' ', 1);
  const end = lines.findIndex(
    (line, index) => index > at && line.connection === connection && line.text.startsWith(`${tag} `),
  );
  return end < 0 ? lines.length : end + 1;
}

class Writer {
  readonly written: string[] = [];
  /** Numbers in the dialogue, by those in the play. */
  private readonly connections = new Map<number, number>();
  private readonly selected = new Map<number, Box>();
  private readonly names = new Map<string, string>();
  private readonly waiting = new Map<number, string[]>();

  constructor(
    private readonly mailboxes: Record<Box, string>,
    private readonly lines: readonly Line[],
  ) {}

  /** @param expected before the result that this line is */
  write(line: Line, index: number, expected: readonly string[]): void {
    if (line.act === 'note') {
      this.written.push(`(${line.text})`);
      return;
    }
    if (line.session === undefined) {
      this.prepare(line);
      return;
    }
    const number = this.numberOf(line.connection);
    if (line.act === 'close') this.say(number, 'C', '${close}');
    else if (line.from === 'C') this.command(line, index, number);
    else this.response(line, number, expected);
  }

  /** On a connection of its own. */
  ask({ box, ask, lines }: Extract<Proof, { box: Box }>): void {
    const number = this.numberOf(-1);
    this.say(number, 'C', `z1 EXAMINE ${this.mailbox(box)}`);
    this.say(number, 'S', 'z1 OK');
    this.say(number, 'C', `z2 ${this.bound(ask)}`);
    for (const line of lines) this.expect(number, line);
    this.say(number, 'S', 'z2 OK');
  }

  /** Of the session that looks at what there is, only what the others need. */
  private prepare({ from, text }: Line): void {
    const other = `"${this.mailboxes.other}"`;
    const needed = this.lines.some(({ session, text: said }) => session !== undefined && said.includes(other));
    if (from !== 'C' || !/^\S+ CREATE /.test(text) || !needed) return;
    const number = this.numberOf(-1);
    this.say(number, 'C', `z0 CREATE ${this.mailbox('other')}`);
    this.say(number, 'S', 'z0 OK');
  }

  private command({ text, literal, connection }: Line, index: number, number: number): void {
    if (literal) {
      for (const line of shortened(text).split('\r\n')) this.say(number, 'C', line);
      return;
    }
    const next = this.lines.find((line, at) => at > index && line.connection === connection && line.literal);
    const line = this.namedMailboxes(text.trimEnd()).replace(
      /\{\d+\}$/,
      () => `{${shortened(next?.text ?? '').length}}`,
    );
    const selects = /^\S+ SELECT (\S+)/.exec(line);
    if (selects !== null) this.selected.set(connection, selects[1] === 'INBOX' ? 'inbox' : 'other');
    const box = this.selected.get(connection) ?? 'inbox';
    this.say(
      number,
      'C',
      line.replace(NAMES_UIDS, (_, head: string, set: string) => `${head}${this.boundSet(box, set)}`),
    );
  }

  private response({ text, connection }: Line, number: number, expected: readonly string[]): void {
    const box = this.selected.get(connection) ?? 'inbox';
    const waiting = this.waiting.get(connection) ?? [];
    this.waiting.set(connection, waiting);
    if (text.startsWith('+')) {
      this.say(number, 'S', '+');
      return;
    }
    if (text.startsWith('* ')) {
      const [, at, uid] = TOLD.exec(text) ?? [];
      const key = `${box}:${uid}`;
      if (uid === undefined || this.names.has(key)) return;
      const name = `${box === 'inbox' ? 'u' : 'v'}${uid}`;
      this.names.set(key, name);
      waiting.push(`S* * ${at} FETCH (UID \${${name}:number})`);
      return;
    }
    for (const line of [...waiting.splice(0), ...expected]) this.expect(number, line);
    const [tag, status] = text.split(' ');
    // What may be refused for what was not told yet (RFC 2180 §4) need not be.
    this.say(number, 'S', `${tag} ${status === 'NO' ? 'OK/NO' : status}`);
  }

  private expect(number: number, line: string): void {
    this.written.push(this.bound(line).replace(/^S/, `S${number === 1 ? '' : number}`));
  }

  private say(number: number, from: 'C' | 'S', text: string): void {
    this.written.push(`${from}${number === 1 ? '' : number}: ${text}`.trimEnd());
  }

  private numberOf(connection: number): number {
    const known = this.connections.get(connection) ?? this.connections.size + 1;
    this.connections.set(connection, known);
    return known;
  }

  private mailbox(box: Box): string {
    return box === 'inbox' ? 'INBOX' : '${quoted(mailbox)}';
  }

  private namedMailboxes(text: string): string {
    const { inbox, other } = this.mailboxes;
    return text.replace(`"${inbox}"`, 'INBOX').replace(`"${other}"`, () => this.mailbox('other'));
  }

  private boundSet(box: Box, set: string): string {
    return set.replace(/\d+/g, (uid) => this.uid(box, uid));
  }

  private bound(text: string): string {
    return text.replace(/<(inbox|other):(\d+)(!?)>/g, (_, box: Box, uid: string, bare: string) =>
      bare === '' ? this.uid(box, uid) : (this.names.get(`${box}:${uid}`) ?? uid),
    );
  }

  private uid(box: Box, uid: string): string {
    const name = this.names.get(`${box}:${uid}`);
    return name === undefined ? uid : `\${${name}}`;
  }
}

/** A message of one line in place of one that a play has made. */
function shortened(message: string): string {
  return `Subject: ${/^Subject: soak (\S+)\r$/m.exec(message)?.[1] ?? 'soak'}\r\n\r\n`;
}
