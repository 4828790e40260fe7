import type { OutcomeError } from '../outcome';
import { sessionOf } from '../wire/handshake';
import { WireMismatch } from '../wire/mismatch';
import { ask, LOST } from './ask';
import { commandAt } from './command-name';
import { isDefence } from './defence';
import type { Ask, Control, Dialogue, Expect, Fragment, Send, Step } from './dialogue';
import { Differs } from './differs';
import { DialogueError } from './errors';
import { expectStep } from './expect';
import { asMismatch, factsOf } from './explain';
import type { Template } from './expression';
import { expectArrivals } from './imap/expect';
import type { Received } from './received';
import { renegotiate } from './renegotiate';
import { expandTemplate, type Scope } from './scope';
import type { Session } from './session';
import { checkNothingUnread } from './unread';

/** Where a dialogue gets its connections. */
export interface SessionSource {
  /**
   * The session of `C:` (1) or `C2:` … `C9:`, in the state in which the dialogue finds it; for 2 to 9, connected, with the
   * greeting read or, where the dialogue itself asks for it, unread. Asked again, it gives the same one. Closing them is the source's business.
   */
  openSession(connection: number, greeted: boolean): Promise<Session> | Session;
}

/** Tells the session that is lost from the target that has no NOOP or QUIT. */
export interface Commons {
  /** What is known to be wrong with the command itself. */
  known(what: Ask['what'], session: Session): OutcomeError | undefined;
  /** Tries the command by itself, where no scenario has been; this one's sessions are over. */
  find(what: Ask['what'], session: Session): Promise<OutcomeError | undefined>;
}

export interface PlayContext {
  sessions: SessionSource;
  scope: Scope;
  commons?: Commons;
  /** What the client sends is an attack, against which the server may defend itself. */
  hostile?: boolean;
}

export interface PlayResult {
  /** Set when a permitted way out (`S?`) was taken. */
  endedEarly?: { line: number; status: string };
  /** What each `S:` was answered with: for observations. */
  statuses: { line: number; status: string }[];
}

/**
 * Plays a dialogue against its sessions.
 * @throws Mismatch with the dialogue, a marker at the line, what was asked and what came; codes are those of the wire
 * (`timeout`, `closed`, …) and of Differs (`status-differs`, `missing-line`, `bytes-left`, …).
 * @throws DialogueError where the scenario itself is wrong.
 */
export async function playDialogue(dialogue: Dialogue, context: PlayContext): Promise<PlayResult> {
  return await new Player(dialogue, context).play();
}

const REFUSAL = /^[45]\d\d/;

class Player {
  private readonly sessions = new Map<number, Session>();
  private readonly result: PlayResult = { statuses: [] };

  constructor(
    private readonly dialogue: Dialogue,
    private readonly context: PlayContext,
  ) {}

  async play(): Promise<PlayResult> {
    for (const step of this.dialogue.steps) {
      const session = await this.session(step);
      try {
        if (await this.step(step, session)) return this.result;
      } catch (error) {
        if (await this.isDefence(error, step, session)) return this.result;
        throw this.explain(error, step, session);
      }
    }
    await this.checkNothingLeft();
    return this.result;
  }

  /** True when the dialogue ends here. */
  private async step(step: Step, session: Session): Promise<boolean> {
    switch (step.kind) {
      case 'send':
        this.send(step, session);
        return false;
      case 'fragment':
        await this.fragment(step, session);
        return false;
      case 'control':
        return await this.control(step, session);
      case 'pause':
        throw new DialogueError('only a host makes pauses', step.line);
      case 'arrive':
        await expectArrivals(step, session, this.context.scope.on(session));
        return false;
      case 'ask':
        return await this.ask(step, session);
      case 'expect':
        return this.took(step, session, await expectStep(step, session, this.context.scope.on(session), this.dialogue));
    }
  }

  private async isDefence(error: unknown, step: Step, session: Session): Promise<boolean> {
    if (!this.context.hostile || !(await isDefence(error, step, session))) return false;
    this.result.endedEarly = { line: step.line, status: 'refused and closed' };
    return true;
  }

  private send({ lines }: Send, session: Session): void {
    checkNotAhead(session, lines[0]!.line);
    const scope = this.context.scope.on(session);
    session.sendLines(lines.map(({ line, template }) => expandAt(line, template, scope)));
  }

  private async fragment({ line, template }: Fragment, session: Session): Promise<void> {
    checkNotAhead(session, line);
    await session.sendApart(expandAt(line, template, this.context.scope.on(session)));
  }

  private async control(step: Control, session: Session): Promise<boolean> {
    if (step.act === 'starttls') return await this.startTls(step, session);
    if (step.act === 'renegotiate') {
      await renegotiate(session);
      return false;
    }
    if (step.act === 'deflate') {
      session.startDeflate();
      return false;
    }
    if (step.act === 'clear') {
      session.endDeflate();
      return false;
    }
    session.closedByUs = true;
    if (step.act === 'reset') session.connection.reset();
    else session.connection.halfClose(step.act === 'close');
    return false;
  }

  /** Where the next status may be the end of the connection the handshake may be it too. */
  private async startTls(step: Control, session: Session): Promise<boolean> {
    const { resuming, ...handshake } = step.handshake ?? {};
    const earlier = resuming && sessionOf((await this.context.sessions.openSession(1, true)).connection.tls);
    const watched = this.dialogue.steps.some(
      (each) => each.kind === 'expect' && each.connection === step.connection && each.status.kind === 'farewell',
    );
    try {
      await session.startTls({ ...handshake, ...(earlier && { session: earlier }), ...(watched && { watched }) });
      return false;
    } catch (error) {
      const failed = error instanceof WireMismatch && error.code === 'tls-failed';
      const later = this.dialogue.steps.slice(this.dialogue.steps.indexOf(step) + 1);
      const next = later.find(
        (each): each is Expect | Ask =>
          (each.kind === 'expect' || each.kind === 'ask') && each.connection === step.connection,
      );
      // Whether the server refused it, and how, is asked there.
      if (failed && next?.kind === 'expect' && next.status.kind === 'refused') return false;
      const wayOut = next?.wayOuts.find(({ status }) => status.kind === 'closed');
      if (wayOut === undefined || !failed) throw error;
      this.result.endedEarly = { line: wayOut.line, status: 'closed' };
      return true;
    }
  }

  /** A session that does not go on is the scenario's to judge, a target that has no such command is not. */
  private async ask(step: Ask, session: Session): Promise<boolean> {
    const { commons, scope } = this.context;
    const fault = commons?.known(step.what, session);
    if (fault !== undefined) throw fault;
    try {
      return this.took(step, session, await ask(step, session, scope.on(session), this.dialogue));
    } catch (error) {
      if (await this.isDefence(error, step, session)) return true;
      const lost = error instanceof Differs && error.code === LOST[step.what];
      throw (lost ? await commons?.find(step.what, session) : undefined) ?? error;
    }
  }

  /** True when it was a way out. */
  private took({ line }: Step, session: Session, { status, wayOut }: Received): boolean {
    session.refused ||= REFUSAL.test(status);
    if (wayOut === undefined) this.result.statuses.push({ line, status });
    else this.result.endedEarly = { line: wayOut, status };
    return wayOut !== undefined;
  }

  private async session({ connection, kind }: Step): Promise<Session> {
    let session = this.sessions.get(connection);
    if (session === undefined) {
      const greeted = kind !== 'expect' && kind !== 'arrive';
      session = await this.context.sessions.openSession(connection, greeted);
      this.sessions.set(connection, session);
    }
    return session;
  }

  /** What has arrived by the end and was asked for by nobody. One turn of the event loop lets the socket hand it over. */
  private async checkNothingLeft(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (const session of this.sessions.values()) {
      if (session.closedByUs) continue;
      const last = this.dialogue.steps.findLast(({ connection }) => connection === session.number);
      if (last === undefined) continue;
      try {
        checkNothingUnread(session, last.line);
      } catch (error) {
        if (await this.isDefence(error, last, session)) return;
        throw this.explain(error, last, session);
      }
    }
  }

  private explain(error: unknown, step: Step, session: Session): unknown {
    if (error instanceof DialogueError && error.line === undefined) return new DialogueError(error.message, step.line);
    const facts = factsOf(error, step.line);
    if (facts === undefined) return error;
    const { lastSent, lastCame, connection } = session;
    const command = commandAt(this.dialogue, step, lastSent);
    return asMismatch(this.dialogue, facts, {
      said: lastSent,
      before: lastCame,
      command,
      secrets: connection.transcript.secrets,
    });
  }
}

function expandAt(line: number, template: Template, scope: Scope): Buffer {
  try {
    return expandTemplate(template, scope);
  } catch (error) {
    throw error instanceof DialogueError && error.line === undefined ? new DialogueError(error.message, line) : error;
  }
}

/** Before the client speaks: a reply that nobody has asked for yet must not be there. */
function checkNotAhead(session: Session, line: number): void {
  if (session.owed === 0 && session.protocol !== 'imap') checkNothingUnread(session, line);
}
