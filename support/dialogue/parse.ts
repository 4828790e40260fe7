import type { Ask, Dialogue, Expect, GroupLine, ImapLine, ProtocolName, Step, WayOut } from './dialogue';
import { DialogueError } from './errors';
import { parseImapLine } from './imap/parse-line';
import { parseStatus } from './status';
import { parseTemplate } from './template';

const LINE = /^([CS])([1-9]?)(:|~|\?|\*|!|\|)(?: (.*))?$/s;
const CONTROL = /^\$\{(close|reset|starttls)\}$/;
const ASK = /^\$\{(alive|end)\}$/;

/**
 * Parses a dialogue.
 * @param text the doc string. @param protocol its media type: `smtp`, `lmtp`, `pop3` or `imap`.
 * @throws DialogueError that names the line and says how to mend it.
 */
export function parseDialogue(text: string, protocol: string): Dialogue {
  if (!['smtp', 'lmtp', 'pop3', 'imap'].includes(protocol)) {
    throw new DialogueError(
      `“${protocol}” frames no dialogue; write smtp, lmtp, pop3 or imap after the opening quotes`,
    );
  }
  const parser = new DialogueParser(protocol as ProtocolName);
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
  return { protocol: protocol as ProtocolName, lines, steps: parser.finish() };
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

  constructor(private readonly protocol: ProtocolName) {}

  line(text: string, line: number): void {
    if (text.trim() === '' || text.startsWith('#')) return;
    const match = LINE.exec(text);
    if (match === null) {
      throw new DialogueError(`“${text}” is no line of a dialogue; write C:, C~, S:, S?, S*, S! or S| and a space`);
    }
    const [, side, digit, mark, body = ''] = match;
    const connection = Number(digit || 1);
    if ((side === 'C') !== (mark === ':' || mark === '~') && mark !== ':') {
      throw new DialogueError(`there is no ${side}${mark}; a client line is C: or C~`);
    }
    if (side === 'C') this.client(connection, mark!, body, line);
    else if (mark === ':' || mark === '?') this.status(connection, mark, body, line);
    else this.grouped(connection, mark as GroupLine['mark'], body, line);
  }

  finish(): Step[] {
    for (const open of this.open.values()) this.settle(open);
    return this.steps.filter((step) => step !== undefined);
  }

  private client(connection: number, mark: string, body: string, line: number): void {
    this.settle(this.at(connection));
    this.open.set(connection, { wayOuts: [] });
    const control = mark === ':' ? CONTROL.exec(body) : null;
    if (control !== null) {
      this.steps.push({ kind: 'control', connection, line, act: control[1] as 'close' });
      return;
    }
    const ask = mark === ':' ? ASK.exec(body) : null;
    if (ask !== null) {
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
    const status = parseStatus(body, this.protocol);
    const open = this.at(connection);
    if (mark === '?') {
      if (status.kind === 'silent') throw new DialogueError('silence is no way out; S? takes a status or ${closed}');
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

  /** Before the client speaks again, or the dialogue ends. */
  private settle({ wayOuts, group }: Open): void {
    if (wayOuts[0] !== undefined) throw new DialogueError('after S? comes S: with what else may come', wayOuts[0].line);
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
