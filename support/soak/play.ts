/** Plays steps, and holds what there is after each group of them against what was done. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Target } from '../targets/target';
import { WireMismatch } from '../wire/mismatch';
import { Actor, Disagreement, type Labels } from './actor';
import { judgeCaughtUp, judgeNews, judgeRead, judgeSearch } from './agree';
import type { Effect } from './effect';
import { explain } from './explain';
import { type Finding, finding } from './finding';
import { type Ground, prepareGround } from './ground';
import { Log } from './log';
import { deliver, visitByPop3 } from './outside-acts';
import type { Offers } from './plan';
import { EMPTY, type Snapshot } from './snapshot';
import { BOXES, type Box, grouped, type Step } from './step';

export interface PlayOptions {
  /** How many sessions there are. */
  sessions: number;
  /** Makes the steps, of what the target offers. */
  steps(offers: Offers): Iterable<Step>;
  /** Whether the play ends with this; otherwise it is noted and the play goes on. */
  ends(found: Finding): boolean;
  /** Ends the play after the group that runs. */
  stop?: () => boolean;
}

export interface Played {
  /** The steps that were played, the last group whole. */
  steps: Step[];
  /** What ended the play. */
  finding?: Finding;
  /** What did not, each kind once, with how often it was seen. */
  noted: Map<string, { finding: Finding; times: number; steps: Step[] }>;
  log: Log;
  names: Record<Box, string>;
}

/** @throws TargetError, Blocked where the target is out of reach */
export async function play(target: Target, options: PlayOptions): Promise<Played> {
  const log = new Log();
  const ground = await prepareGround(target, log);
  const player = new Player(ground, options);
  try {
    return { ...(await player.play()), log, names: ground.names };
  } finally {
    player.destroy();
    await ground.close();
  }
}

class Player {
  private state: Record<Box, Snapshot> = { inbox: EMPTY, other: EMPTY };
  private readonly labels: Labels = { inbox: new Map(), other: new Map() };
  private readonly actors: Actor[];
  private readonly steps: Step[] = [];
  private readonly noted: Played['noted'] = new Map();

  constructor(
    private readonly ground: Ground,
    private readonly options: PlayOptions,
  ) {
    this.actors = Array.from({ length: options.sessions }, (_, number) => new Actor(number, ground, this.labels));
  }

  async play(): Promise<Pick<Played, 'steps' | 'finding' | 'noted'>> {
    const { steps, noted } = this;
    const found = await this.guarded(async () => {
      const begun = await this.audit([]);
      if (begun !== undefined) return begun;
      for (const group of grouped(this.options.steps(this.ground.offers))) {
        steps.push(...group);
        const wrong = await this.group(group);
        if (wrong !== undefined) return wrong;
        if (this.options.stop?.()) break;
      }
      return undefined;
    });
    return { steps, noted, ...(found === undefined ? {} : { finding: found }) };
  }

  destroy(): void {
    for (const actor of this.actors) actor.destroy();
  }

  private async guarded(act: () => Promise<Finding | undefined>): Promise<Finding | undefined> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Disagreement) return error.finding;
      if (error instanceof WireMismatch) return finding('no-answer', error.reason, ...(error.detail ?? '').split('\n'));
      throw error;
    }
  }

  private async group(group: readonly Step[]): Promise<Finding | undefined> {
    const [first] = group;
    if (first!.do === 'check') return await this.check();
    // Who came back while others did something is not judged for it later, when it has not been told what was done since.
    for (const actor of this.actors) actor.caughtUp = false;
    const outcomes = await Promise.all(group.map((step) => this.guardedStep(step)));
    const effects: Effect[] = [];
    let broken = false;
    for (const outcome of outcomes) {
      if (Array.isArray(outcome)) effects.push(...outcome);
      else if (this.counts(outcome)) return outcome;
      else broken = true;
    }
    return (await this.audit(broken ? undefined : effects)) ?? this.afterwards(group);
  }

  private async guardedStep(step: Step): Promise<Effect[] | Finding> {
    let effects: Effect[] | Finding = [];
    const wrong = await this.guarded(async () => {
      effects = await this.perform(step);
      return undefined;
    });
    return wrong ?? effects;
  }

  private async perform(step: Step): Promise<Effect[] | Finding> {
    if (step.do === 'deliver') return await deliver(this.ground, step.label);
    if (step.do === 'pop3') return await visitByPop3(this.ground, step, [...this.state.inbox.messages.keys()]);
    return await this.actors[step.session % this.actors.length]!.perform(step);
  }

  /** What each session has been told goes together, and what a step that ran alone saw is so. */
  private afterwards(group: readonly Step[]): Finding | undefined {
    for (const actor of this.actors) {
      const wrong = actor.live?.breach() ?? oddOf(actor);
      if (wrong !== undefined && this.counts(wrong)) return wrong;
    }
    if (group.length > 1) return undefined;
    const actor = this.actors[group[0]!.session % this.actors.length]!;
    const now = this.state[actor.box];
    const { do: deed } = group[0]!;
    const wrong = deed === 'search' ? judgeSearch(actor, now) : actor.caughtUp ? judgeCaughtUp(actor, now) : undefined;
    return wrong !== undefined && this.counts(wrong) ? wrong : undefined;
  }

  /**
   * Looks at what there is.
   * @param effects undefined where a step broke off, and nobody knows what it did: then what there is, is what there is
   */
  private async audit(effects: readonly Effect[] | undefined): Promise<Finding | undefined> {
    const next = { ...this.state };
    for (const box of BOXES) {
      const seen = await this.look(box, effects ?? []);
      if ('kind' in seen) return seen;
      next[box] = seen;
    }
    for (const changed of this.ground.auditor.takeChanged()) if (this.counts(changed)) return changed;
    for (const box of BOXES) {
      for (const { uid, label } of next[box].messages.values()) this.labels[box].set(uid, label);
      const wrong = effects === undefined ? undefined : explain(box, this.state, next, effects);
      if (wrong !== undefined && this.counts(wrong)) return wrong;
    }
    this.state = next;
    return undefined;
  }

  /** What was delivered is waited for, as long as the target says. */
  private async look(box: Box, effects: readonly Effect[]): Promise<Snapshot | Finding> {
    const { auditor, target } = this.ground;
    const due = effects.flatMap((one) =>
      one.kind === 'arrives' && one.way === 'deliver' && one.box === box && one.certainty === 'sure' ? [one.label] : [],
    );
    const end = performance.now() + target.timing.delivery;
    for (;;) {
      const seen = await auditor.look(box, this.state[box]);
      if ('kind' in seen) return seen;
      const there = new Set([...seen.messages.values()].map(({ label }) => label));
      const fleeting = effects.some((one) => one.box === box && (one.kind === 'expunges' || one.kind === 'removes'));
      if (fleeting || due.every((label) => there.has(label)) || performance.now() > end) return seen;
      await wait(20);
    }
  }

  /** Every session asks for news. */
  private async check(): Promise<Finding | undefined> {
    const live = this.actors.filter((actor) => actor.live !== undefined);
    for (const actor of live) {
      const found = await this.checkOne(actor);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private async checkOne(actor: Actor): Promise<Finding | undefined> {
    try {
      await actor.refresh();
      const now = this.state[actor.box];
      const untold = judgeNews(actor, now);
      if (untold !== undefined && this.counts(untold)) return untold;
      const stale = await judgeRead(actor, now);
      if (stale !== undefined && this.counts(stale)) return stale;
      actor.settle();
    } catch (error) {
      if (!(error instanceof WireMismatch)) throw error;
      const broken = actor.broken(error);
      if (this.counts(broken)) return broken;
    }
    const wrong = actor.live?.breach() ?? oddOf(actor);
    return wrong !== undefined && this.counts(wrong) ? wrong : undefined;
  }

  /** Whether it ends the play; notes it where it does not. */
  private counts(found: Finding): boolean {
    if (this.options.ends(found)) return true;
    const known = this.noted.get(found.kind);
    if (known === undefined) this.noted.set(found.kind, { finding: found, times: 1, steps: [...this.steps] });
    else known.times++;
    return false;
  }
}

function oddOf(actor: Actor): Finding | undefined {
  const odd = actor.cache?.odd;
  return odd === undefined ? undefined : finding('numbers-disagree', `session ${actor.number + 1}: ${odd}`);
}
