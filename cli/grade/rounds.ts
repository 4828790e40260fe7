/**
 * Plays scenarios against a submission in rounds, each over a server that was started anew. One scenario of each requirement first: of a
 * requirement that is broken the others change nothing, and with a server that hangs each takes its time. Then those of the requirements that
 * hold, then what may have been bad luck.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkStatus } from '../../reports/grade/grade';
import { statusOfResult, subjectOf } from '../../reports/grade/mark';
import type { Scenario } from '../../reports/messages/scenario';
import type { CapabilityTable, ScenarioResult } from '../../reports/run';
import { TargetError } from '../../support/outcome';
import { RunChild } from '../../support/run/child-process';
import { playScenarios } from './play-scenarios';
import type { Rubric } from './rubric';
import type { ServerLog } from './server-log';
import { type Running, startSubmission } from './submission';

/** Who can be unlucky, and so is asked once more: a machine under load, and a server that another scenario has brought down. */
const DOUBTFUL = ['timeout', 'not-delivered', 'server-restarted', 'server-was-gone', 'connection-refused'];
/** So many of a requirement are played again, and so many in all. */
const AGAIN = 2;
const MOST_AGAIN = 10;
/** More than so many are played in two rounds. */
const FEW = 12;
/** Times that other ports are drawn where somebody else has taken one meanwhile. */
const TRIES = 3;

export interface RoundsOptions {
  rubric: Rubric;
  command: string;
  folder: string;
  seed: number;
  all: readonly Scenario[];
  log: ServerLog;
  /** An existing folder. */
  work: string;
  signal: AbortSignal;
}

export class Rounds {
  readonly results = new Map<string, ScenarioResult>();
  capabilities: CapabilityTable = {};
  /** Scenarios of requirements that were known to be broken: they were not played, and nothing is missing. */
  readonly spared = new Set<string>();
  /** Loads while the server starts. */
  private warm = new RunChild();
  private launches = 0;

  constructor(private readonly options: RoundsOptions) {}

  close(): void {
    this.warm.kill();
  }

  /** @returns why the server did not start, where it did not */
  async play(scenarios: readonly Scenario[]): Promise<string | undefined> {
    const first = scenarios.length > FEW ? firstOfEach(scenarios) : scenarios;
    const dead = await this.playOnce(first);
    if (dead !== undefined) return dead;
    const broken = new Set(first.filter((one) => this.standing(one) === 'broken').map(subjectOf));
    const others = scenarios.filter((one) => !first.includes(one));
    for (const one of others) if (broken.has(subjectOf(one))) this.spared.add(one.id);
    const left = others.filter(({ id }) => !this.spared.has(id));
    const later = left.length > 0 && !this.options.signal.aborted ? await this.playOnce(left) : undefined;
    if (later !== undefined) return later;
    const unlucky = this.unlucky(scenarios);
    if (unlucky.length > 0 && !this.options.signal.aborted) await this.playAgain(unlucky);
    return undefined;
  }

  /** The better of the two counts: a machine under load costs nobody a point, and no server is lucky twice. */
  private async playAgain(scenarios: readonly Scenario[]): Promise<void> {
    const before = new Map(this.results);
    await this.playOnce(scenarios);
    for (const { id } of scenarios) {
      const [first, second] = [before.get(id), this.results.get(id)];
      if (first !== undefined && second !== undefined && !this.isBetter(second, first)) this.results.set(id, first);
    }
  }

  /** What is doubtful of requirements of which nothing else is: where much is doubtful there is little doubt. */
  private unlucky(scenarios: readonly Scenario[]): Scenario[] {
    const subjects = [...new Set(scenarios.map(subjectOf))];
    return subjects
      .flatMap((subject) => {
        const own = scenarios.filter((one) => subjectOf(one) === subject);
        const bad = own.filter((one) => ['broken', 'not-reached', 'error'].includes(this.standing(one) ?? ''));
        return bad.length <= AGAIN && bad.every(({ id }) => this.isDoubtful(this.results.get(id))) ? bad : [];
      })
      .slice(0, MOST_AGAIN);
  }

  private standing({ id }: Scenario): MarkStatus | undefined {
    const result = this.results.get(id);
    return result && statusOfResult(result, this.options.rubric.strict);
  }

  private isDoubtful(result: ScenarioResult | undefined): boolean {
    if (result === undefined) return false;
    return DOUBTFUL.includes(result.code) || statusOfResult(result, false) === 'error';
  }

  private isBetter(second: ScenarioResult, first: ScenarioResult): boolean {
    const [now, then] = [second, first].map((result) => statusOfResult(result, this.options.rubric.strict));
    return now === 'met' || (then === 'error' && now !== 'error');
  }

  /** Over a store of its own. @returns why the server did not start */
  private async playOnce(scenarios: readonly Scenario[]): Promise<string | undefined> {
    const work = join(this.options.work, String(++this.launches));
    mkdirSync(work);
    const running = await this.start(work);
    if (typeof running === 'string') return running;
    try {
      const { warm } = this;
      const { all, seed, signal } = this.options;
      const { description } = running;
      const outcome = playScenarios({ scenarios, all, description, seed, work, warm, signal });
      this.warm = new RunChild();
      const { results, capabilities } = await outcome;
      for (const result of results) this.results.set(result.id, result);
      this.capabilities = { ...this.capabilities, ...capabilities };
    } finally {
      await running.stop();
    }
    return undefined;
  }

  private async start(work: string): Promise<Running | string> {
    const { rubric, seed, command, folder, log } = this.options;
    for (let tries = 1; ; tries++) {
      try {
        return await startSubmission({ rubric, command, folder, seed, log }, work);
      } catch (error) {
        if (!(error instanceof TargetError)) throw error;
        if (error.code === 'port-in-use' && tries < TRIES) continue;
        log.note(error.reason);
        // Somebody else's port, or no folder to run in: that is not the student's server.
        if (error.code === 'port-in-use' || !existsSync(folder)) throw error;
        return error.reason;
      }
    }
  }
}

function firstOfEach(scenarios: readonly Scenario[]): Scenario[] {
  const seen = new Set<string>();
  return scenarios.filter((one) => {
    const subject = subjectOf(one);
    return !seen.has(subject) && seen.add(subject);
  });
}
