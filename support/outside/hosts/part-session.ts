/** One session in which a host plays its part of a dialogue, step by step. */
import type { Control, Dialogue, Expect, Step, WayOut } from '../../dialogue/dialogue';
import { Differs } from '../../dialogue/differs';
import { DialogueError } from '../../dialogue/errors';
import { compareCommand } from '../../dialogue/match-command';
import type { Scope } from '../../dialogue/scope';
import { WireMismatch } from '../../wire/mismatch';
import { readCommand } from './command-line';
import type { Conversation } from './conversation';
import type { RightServer } from './right-server';

/** A way out was taken: the line that it came by, where it was one. */
export interface Heard {
  line?: Buffer;
}

/** Replies after which the host closes: RFC 5321 §3.8, RFC 7504 §3. */
const FAREWELL = /^(?:221|421|521)\b/;
const CRLF = Buffer.from('\r\n');

export class PartSession {
  /** Of the dialogue, where it is now. */
  line = 1;
  /** What the host said last. */
  said: Buffer = Buffer.alloc(0);
  /** What the client said last, and nobody has answered. */
  unanswered: Buffer | undefined;
  /** In a word, what is judged. */
  command = 'the connection';
  private ended = false;

  constructor(
    private readonly dialogue: Dialogue,
    private readonly conversation: Conversation,
    private readonly right: RightServer,
    private readonly scope: Scope,
  ) {}

  /** The host has closed, or has said that it will. */
  get closing(): boolean {
    return this.ended || FAREWELL.test(this.said.toString('latin1'));
  }

  /** @throws Differs, WireMismatch, DialogueError */
  async step(step: Step): Promise<Heard | undefined> {
    this.line = step.line;
    switch (step.kind) {
      case 'send':
        this.say(Buffer.concat(step.lines.flatMap(({ template }) => [this.scope.expand(template), CRLF])));
        return undefined;
      case 'fragment':
        await this.sayApart(this.scope.expand(step.template));
        return undefined;
      case 'pause':
        await this.conversation.pause(step.milliseconds);
        return undefined;
      case 'control':
        return await this.control(step);
      case 'expect':
        return await this.expect(step);
      default:
        throw new DialogueError('a host does not do this', step.line);
    }
  }

  /** The next line, or undefined where the client closes before it. @throws WireMismatch */
  async hearOrEnd(): Promise<Buffer | undefined> {
    try {
      this.unanswered = await this.conversation.hear();
      return this.unanswered;
    } catch (error) {
      const { connection } = this.conversation;
      const closed = error instanceof WireMismatch && (error.code === 'closed' || error.code === 'reset');
      if (!closed || connection.unread.length > 0) throw error;
      this.ended = true;
      return undefined;
    }
  }

  differs(code: string, reason: string, came: Buffer, at = 0): Differs {
    return new Differs(code, reason, this.line, came, at);
  }

  private say(octets: Buffer): void {
    this.conversation.say(octets);
    this.hasSaid(octets);
  }

  private async sayApart(octets: Buffer): Promise<void> {
    await this.conversation.sayApart(octets);
    this.hasSaid(octets);
  }

  private hasSaid(octets: Buffer): void {
    this.said = octets;
    this.unanswered = undefined;
  }

  private async control(step: Control): Promise<Heard | undefined> {
    if (step.act === 'starttls') return await this.secure(step);
    this.ended = true;
    if (step.act === 'reset') this.conversation.reset();
    else this.conversation.connection.halfClose(step.act === 'close');
    return undefined;
  }

  /** A handshake that fails is no mismatch where the client may close in its place. */
  private async secure(step: Control): Promise<Heard | undefined> {
    try {
      await this.right.secure();
      return undefined;
    } catch (error) {
      const next = this.dialogue.steps[this.dialogue.steps.indexOf(step) + 1];
      const mayClose = next?.kind === 'expect' && next.wayOuts.some(({ status }) => status.kind === 'closed');
      if (!mayClose || !(error instanceof WireMismatch) || error.code !== 'tls-failed') throw error;
      this.ended = true;
      return {};
    }
  }

  private async expect({ status, wayOuts, line }: Expect): Promise<Heard | undefined> {
    const { conversation } = this;
    this.command = commandOf(this.dialogue.lines[line - 1] ?? '');
    if (status.kind === 'silent') return await this.expectSilence(status.milliseconds);
    if (status.kind === 'content') return void (await conversation.hearContent());
    const heard = await this.hearOrEnd();
    if (heard === undefined) return this.closed(status.kind === 'closed', wayOuts);
    const wayOut = wayOuts.find((way) => this.compare(way, heard) === undefined);
    if (wayOut !== undefined) return { line: heard };
    const differs = this.compare({ status, line }, heard);
    if (differs !== undefined) throw differs;
    return undefined;
  }

  private compare({ status, line }: WayOut, heard: Buffer): Differs | undefined {
    if (status.kind === 'line') return compareCommand(status.text, heard, line, this.scope);
    return this.differs('bytes-left', 'the client spoke before it closed the connection', heard);
  }

  private closed(wanted: boolean, wayOuts: readonly WayOut[]): Heard | undefined {
    if (wanted) return undefined;
    if (wayOuts.some(({ status }) => status.kind === 'closed')) return {};
    throw this.conversation.connection.mismatch('closed', 'the client closed the connection');
  }

  private async expectSilence(milliseconds: number): Promise<undefined> {
    const { connection } = this.conversation;
    if (!(await this.conversation.hears(milliseconds))) return undefined;
    if (connection.unread.length > 0)
      throw this.differs('not-silent', 'the client spoke when it had to be silent', connection.unread);
    throw connection.mismatch('closed', 'the client closed the connection');
  }
}

/** `RCPT`, of a line of the dialogue. */
function commandOf(written: string): string {
  const text = written.replace(/^C[:?] ?/, '');
  return text === '${message}' ? 'the message' : readCommand(Buffer.from(text)).verb || 'the connection';
}
