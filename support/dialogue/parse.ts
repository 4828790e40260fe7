import type { Ask, Dialogue, Expect, GroupLine, ImapLine, ProtocolName, Side, Step, WayOut } from './dialogue';
import { DialogueError } from './errors';
import { parseHandshake } from './handshake';
import { parseImapLine } from './imap/parse-line';
import { parseClientLine, parseSilence, parseStatus } from './status';
import { parseTemplate } from './template';

const LINE = /^([CS])([1-9]?)(:|~|\?|\*|!|\|)(?: (.*))?$/s;
const CONTROL = /^\$\{(close|cut|reset|renegotiate|deflate|clear)\}$/;
const ASK = /^\$\{(alive|end)\}$/;
const GOES_ON = '…';

/**
 * Parses a dialogue.
 * @param text the doc string. @param protocol its media type: `smtp`, `lmtp`, `pop3` or `imap`.
 * @param side the suite's. @throws DialogueError that names the line and says how to mend it.
 */
export function parseDialogue(text: string, protocol: string, side: Side = 'client'): Dialogue {
  if (!['smtp', 'lmtp', 'pop3', 'imap'].includes(protocol)) {
    throw new DialogueError(
      `“${protocol}” frames no dialogue; write smtp, lmtp, pop3 or imap after the opening quotes`,
    );
  }
  if (side === 'server' && protocol !== 'smtp') throw new DialogueError('a host of the outside world speaks smtp');
  const parser = new DialogueParser(protocol as ProtocolName, side);
  const lines = text.split(/\r?\n/);
  lines.forEach((line, index) => {
    try {
      parser.line(line, index + 1);
    } catch (error) {
      throw error instanceof DialogueError && error.line === undefined
        ? new DialogueError(error.message, index + 1)
        : error;
    }
  });
  return { protocol: protocol as ProtocolName, side, lines, steps: parser.finish(), goesOn: parser.goesOn };
}

/** What is open on one connection while lines are read. */
interface Open {
  wayOuts: WayOut[];
  /** The S? that come now are ways out of this answer, which has no S: of its own. */
  asked?: Ask;
  /** The group that the next lines belong to. */
  group?: { lines: GroupLine[]; step: Step | undefined };
}

class DialogueParser {
  private readonly steps: (Step | undefined)[] = [];
  private readonly open = new Map<number, Open>();

  goesOn = false;

  constructor(
    private readonly protocol: ProtocolName,
    private readonly side: Side,
  ) {}

  line(text: string, line: number): void {
    if (text.trim() === '' || text.startsWith('#')) return;
    if (this.goesOn) throw new DialogueError(`after ${GOES_ON} the host speaks for itself: it is the last line`);
    if (this.side === 'server' && text.trim() === GOES_ON) {
      this.goesOn = true;
      return;
    }
    const match = LINE.exec(text);
    if (match === null)
      throw new DialogueError(`“${text}” is no line of a dialogue; write ${this.marks()} and a space`);
    const [, side, digit, mark, body = ''] = match;
    const connection = Number(digit || 1);
    const ours = (side === 'C') === (this.side === 'client');
    if (!this.marks().includes(`${side}${mark}`))
      throw new DialogueError(
        `there is no ${side}${mark}; a ${side === 'C' ? 'client' : 'server'} line is ${this.marks(side)}`,
      );
    if (this.side === 'server' && digit !== '')
      throw new DialogueError('each session of a host is a dialogue of its own');
    if (ours) this.speak(connection, mark!, body, line);
    else if (mark === ':' || mark === '?') this.status(connection, mark, body, line);
    else this.grouped(connection, mark as GroupLine['mark'], body, line);
  }

  private get theirs(): 'C' | 'S' {
    return this.side === 'client' ? 'S' : 'C';
  }

  /** What may stand before a line, of one side or of both. */
  private marks(of = 'CS'): string {
    const ours = this.side === 'client' ? 'C' : 'S';
    const { theirs } = this;
    const marks = [`${ours}:`, `${ours}~`, `${theirs}:`, `${theirs}?`];
    if (this.side === 'client') marks.push('S*', 'S!', 'S|');
    const shown = marks.filter(([side]) => of.includes(side!));
    return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
  }

  finish(): Step[] {
    for (const open of this.open.values()) this.settle(open);
    return this.steps.filter((step) => step !== undefined);
  }

  private speak(connection: number, mark: string, body: string, line: number): void {
    this.settle(this.at(connection));
    this.open.set(connection, { wayOuts: [] });
    const control = mark === ':' ? CONTROL.exec(body) : null;
    if (control !== null) {
      if (/deflate|clear/.test(control[1]!) && this.protocol !== 'imap')
        throw new DialogueError('only IMAP compresses');
      this.steps.push({ kind: 'control', connection, line, act: control[1] as 'close' });
      return;
    }
    const handshake = mark === ':' ? parseHandshake(body, this.side) : undefined;
    if (handshake !== undefined) {
      this.steps.push({ kind: 'control', connection, line, act: 'starttls', handshake });
      return;
    }
    const milliseconds = this.side === 'server' && mark === ':' ? parseSilence(body) : undefined;
    if (milliseconds !== undefined) {
      this.steps.push({ kind: 'pause', connection, line, milliseconds });
      return;
    }
    const ask = mark === ':' ? ASK.exec(body) : null;
    if (ask !== null) {
      if (this.side === 'server') throw new DialogueError(`\${${ask[1]}} is a client's: a host does not ask`);
      this.ask(connection, ask[1] as Ask['what'], line);
      return;
    }
    const template = parseTemplate(body);
    const last = this.steps.at(-1);
    if (mark === '~') this.steps.push({ kind: 'fragment', connection, line, template });
    else if (last?.kind === 'send' && last.connection === connection) last.lines.push({ line, template });
    else this.steps.push({ kind: 'send', connection, line, lines: [{ line, template }] });
  }

  private ask(connection: number, what: Ask['what'], line: number): void {
    const before = this.steps.findLast((step) => step?.connection === connection);
    if (before?.kind === 'send')
      throw new DialogueError(`\${${what}} comes when all that was sent is answered: first write its S:`);
    const step: Ask = { kind: 'ask', connection, line, what, wayOuts: [], group: [] };
    this.steps.push(step);
    const group = { lines: step.group, step };
    this.open.set(connection, { wayOuts: [], asked: step, ...(this.protocol === 'imap' ? { group } : {}) });
  }

  private status(connection: number, mark: ':' | '?', body: string, line: number): void {
    const status = this.side === 'client' ? parseStatus(body, this.protocol) : parseClientLine(body);
    const open = this.at(connection);
    if (mark === '?') {
      if (['silent', 'refused', 'server-hello', 'farewell'].includes(status.kind))
        throw new DialogueError(`${body} is no way out; ${this.theirs}? takes what else may come`);
      (open.asked ?? open).wayOuts.push({ line, status });
      return;
    }
    const imapGroup = this.protocol === 'imap' && open.asked === undefined ? open.group : undefined;
    if (imapGroup !== undefined) this.steps[this.steps.indexOf(imapGroup.step)] = undefined;
    const group = imapGroup?.lines ?? [];
    const step: Expect = { kind: 'expect', connection, line, wayOuts: open.wayOuts, status, group };
    this.steps.push(step);
    this.open.set(connection, { wayOuts: [], ...(this.protocol === 'imap' ? {} : { group: { lines: group, step } }) });
  }

  private grouped(connection: number, mark: GroupLine['mark'], body: string, line: number): void {
    if (mark === '|' && this.protocol !== 'pop3') throw new DialogueError('S| is a line of a POP3 payload; write S*');
    const open = this.at(connection);
    const template = parseTemplate(body);
    const response: ImapLine | undefined = this.protocol === 'imap' ? parseImapLine(body) : undefined;
    if (open.group === undefined) {
      if (this.protocol !== 'imap') throw new DialogueError(`S${mark} belongs to a status: write the S: before it`);
      const lines: GroupLine[] = [];
      const step: Step = { kind: 'arrive', connection, line, group: lines };
      this.steps.push(step);
      open.group = { lines, step };
    }
    open.group.lines.push({ line, mark, template, ...(response && { response }) });
  }

  /** Before we speak again, or the dialogue ends. */
  private settle({ wayOuts, group }: Open): void {
    if (wayOuts[0] !== undefined) {
      const { theirs } = this;
      throw new DialogueError(`after ${theirs}? comes ${theirs}: with what else may come`, wayOuts[0].line);
    }
    const forbidden = group?.lines.find(({ mark }) => mark === '!');
    if (group?.step?.kind === 'arrive' && forbidden !== undefined) {
      throw new DialogueError(
        'S! needs the status that ends its group: without it, nothing shows that no more comes',
        forbidden.line,
      );
    }
  }

  private at(connection: number): Open {
    const open = this.open.get(connection) ?? { wayOuts: [] };
    this.open.set(connection, open);
    return open;
  }
}
