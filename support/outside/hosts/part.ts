/** What a scenario has a host say and hear: `Given mx1 answers:`, a dialogue with the parts swapped. */
import type { Dialogue } from '../../dialogue/dialogue';
import { showDialogue } from '../../dialogue/diff';
import { asMismatch, factsOf } from '../../dialogue/explain';
import { Scope } from '../../dialogue/scope';
import { Mismatch } from '../../outcome';
import { isAnothers } from '../names';
import { readCommand } from './command-line';
import type { Conversation } from './conversation';
import { type Heard, PartSession } from './part-session';
import type { RightServer } from './right-server';

/** What may come when a dialogue that does not go on is over, and is no part of it. */
const PARTING: readonly string[] = ['RSET', 'NOOP', 'QUIT'];

export class Part {
  /** It was played to its end, in some session. */
  finished = false;
  private differs: Mismatch | undefined;
  /** What sessions did otherwise that go on, and may be no affair of the scenario: until each is known to be, nothing is said. */
  private readonly doubted = new Set<Mismatch>();
  /** Likewise of sessions that were over before they said whom their mail was for. */
  private unclear: Mismatch | undefined;
  /** The furthest line that a session came to; 0 where none came. */
  private reached = 0;
  /** What the dialogue itself has bound: each session binds it anew. */
  private readonly bound = new Set<string>();

  constructor(
    private readonly host: { label: string; name: string; shared: boolean },
    readonly dialogue: Dialogue,
    private readonly scope: Scope,
  ) {}

  /** Whether there is a verdict already. */
  get over(): boolean {
    return this.differs !== undefined || (this.finished && this.doubted.size === 0);
  }

  /** What a session did otherwise, or that none came to the end. */
  get mismatch(): Mismatch | undefined {
    const differs = this.differs ?? (this.finished ? undefined : (this.unclear ?? [...this.doubted][0]));
    if (differs !== undefined || this.finished) return differs;
    const { dialogue, reached } = this;
    const { label } = this.host;
    const reason = reached === 0 ? `nobody came to ${label}` : `the dialogue with ${label} did not come to its end`;
    return new Mismatch('not-reached', reason, showDialogue(dialogue.lines, reached || 1));
  }

  /**
   * Plays it in a session, and lets a right server take over where it ends or is not followed.
   * @param open whether the session is still wanted. @throws WireMismatch where the client ends the session
   */
  async play(conversation: Conversation, right: RightServer, open: () => boolean): Promise<void> {
    const values = new Map<string, Buffer | Error>();
    const scope = new Scope((name) => (this.bound.has(name) ? undefined : this.scope.get(name)), values);
    const session = new PartSession(this.dialogue, conversation, right, scope);
    let heard: Heard | undefined;
    try {
      if (speaksTls(this.dialogue)) await right.prepareTls();
      heard = await this.steps(session);
      this.keep(values);
      if (!this.dialogue.goesOn && heard === undefined) {
        if (!session.closing) await this.part(session, right);
        return await conversation.close();
      }
    } catch (error) {
      if (!open()) return;
      const facts = factsOf(error, session.line);
      if (facts === undefined) throw error;
      const { said, command } = session;
      const { secrets } = conversation.connection.transcript;
      const mismatch = asMismatch(this.dialogue, facts, { said, before: NOTHING, command, secrets });
      if (await this.tookAnothers(mismatch, session, conversation, right)) return await conversation.close();
      return await right.goOn();
    }
    // How the client ends it is none of the dialogue's business any more.
    await right.goOn(heard?.line);
  }

  /**
   * To a smarthost comes what scenarios before have left in the target's queue, too. It is taken, and proves nothing.
   * @returns whether it was such mail. @throws WireMismatch where the client ends the session
   */
  private async tookAnothers(
    mismatch: Mismatch,
    session: PartSession,
    conversation: Conversation,
    right: RightServer,
  ): Promise<boolean> {
    const { transactions } = conversation.recorder.session;
    const paths = () => transactions.flatMap(({ recipients }) => recipients.map(({ path }) => path));
    const isOthers = () => paths().some((path) => isAnothers(path, this.host.name));
    this.doubted.add(mismatch);
    try {
      for (let line = session.unanswered; ; line = await conversation.hear()) {
        if (line !== undefined) await right.take(line);
        const [transaction] = transactions;
        if (isOthers() && transaction!.accepted) return true;
        if (!isOthers() && paths().length > 0) return false;
      }
    } finally {
      this.doubted.delete(mismatch);
      // A client that cannot hand on here what an earlier scenario left leaves before it names anyone.
      if (this.host.shared && paths().length === 0) this.unclear ??= mismatch;
      else if (!isOthers()) this.differs ??= mismatch;
    }
  }

  /** @returns the way out that was taken */
  private async steps(session: PartSession): Promise<Heard | undefined> {
    let heard: Heard | undefined;
    for (const step of this.dialogue.steps) {
      this.reached = Math.max(this.reached, step.line);
      heard = await session.step(step);
      if (heard !== undefined) break;
    }
    this.finished = true;
    return heard;
  }

  /** Without `…` the dialogue is the whole session. @throws Differs `bytes-left` */
  private async part(session: PartSession, right: RightServer): Promise<void> {
    for (;;) {
      const line = await session.hearOrEnd();
      if (line === undefined) return;
      const { verb } = readCommand(line);
      if (!PARTING.includes(verb))
        throw session.differs('bytes-left', 'the client went on where the dialogue ends', line);
      await right.take(line);
    }
  }

  private keep(values: ReadonlyMap<string, Buffer | Error>): void {
    for (const [name, value] of values) {
      if (value instanceof Error || (this.scope.has(name) && !this.bound.has(name))) continue;
      this.bound.add(name);
      this.scope.set(name, value);
    }
  }
}

/** Whether a certificate is needed to play it. */
export function speaksTls({ steps }: Dialogue): boolean {
  return steps.some((step) => step.kind === 'control' && step.act === 'starttls');
}

const NOTHING = Buffer.alloc(0);
