/** Grades one submission: stage after stage, each over a server that was started anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRADE_SCHEMA, type Grade, rounded, type StageMark } from '../../reports/grade/grade';
import { markStage, type Played } from '../../reports/grade/mark';
import type { Scenario } from '../../reports/messages/scenario';
import type { CapabilityTable, ScenarioResult } from '../../reports/run';
import type { Requirement } from '../../reports/verdict/requirements';
import { packageVersion } from '../version';
import { layersOf, type Planned } from './plan-stages';
import { Rounds } from './rounds';
import type { Rubric } from './rubric';
import { ServerLog } from './server-log';

/** What is the same for every submission. */
export interface Grading {
  rubric: Rubric;
  planned: Planned[];
  /** The whole specification. */
  all: readonly Scenario[];
  requirements: ReadonlyMap<string, Requirement>;
  seed: number;
}

export interface Submission {
  name: string;
  folder: string;
  command: string;
  fingerprint: string;
}

export interface Graded {
  grade: Grade;
  results: ScenarioResult[];
  capabilities: CapabilityTable;
  /** What the server wrote. */
  log: string;
}

export interface Watching {
  signal: AbortSignal;
  /** Told of each stage when it has its mark. */
  onStage?(mark: StageMark): void;
  /** Told of each line that the server writes. */
  onLine?(line: string): void;
}

/** Nobody is to be given a mark: the grading was ended. */
export class GradingEnded extends Error {}

/** @throws GradingEnded when it is interrupted; UsageError for a rubric that cannot be filled in */
export async function gradeOne(grading: Grading, submission: Submission, watching: Watching): Promise<Graded> {
  const work = mkdtempSync(join(tmpdir(), 'mailspec-grade-'));
  const one = new OneGrading(grading, submission, watching, work);
  try {
    return await one.run();
  } finally {
    one.close();
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

class OneGrading {
  private readonly log: ServerLog;
  private readonly marks = new Map<string, StageMark>();
  private readonly deadline = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly rounds: Rounds;

  constructor(
    private readonly grading: Grading,
    private readonly submission: Submission,
    private readonly watching: Watching,
    work: string,
  ) {
    const { time } = grading.rubric.limits;
    this.log = new ServerLog(watching.onLine);
    this.timer = setTimeout(() => this.deadline.abort(`the time for all of it is over (${time / 1000} s)`), time);
    const { rubric, all, seed } = grading;
    const { command, folder } = submission;
    const signal = AbortSignal.any([watching.signal, this.deadline.signal]);
    this.rounds = new Rounds({ rubric, all, seed, command, folder, log: this.log, work, signal });
  }

  close(): void {
    clearTimeout(this.timer);
    this.rounds.close();
  }

  async run(): Promise<Graded> {
    const began = Date.now();
    let trouble: string | undefined;
    for (const layer of layersOf(this.grading.planned)) {
      trouble = (await this.playLayer(layer)) ?? trouble;
    }
    const stages = this.grading.planned.map(({ stage }) => this.marks.get(stage.id)!);
    const broken = stages.flatMap(({ marks }) => marks).find(({ status }) => status === 'error');
    const { rubric, seed } = this.grading;
    const grade: Grade = {
      schema: GRADE_SCHEMA,
      version: packageVersion(),
      rubric: { name: rubric.name, course: rubric.course, assignment: rubric.assignment },
      fingerprint: this.submission.fingerprint,
      submission: this.submission.name,
      seed,
      startedAt: new Date(began).toISOString(),
      durationMs: Date.now() - began,
      status: broken === undefined ? 'graded' : 'error',
      ...(broken === undefined ? {} : { trouble: broken.why }),
      ...(trouble === undefined ? {} : { trouble }),
      score: rounded(stages.reduce((sum, { score }) => sum + score, 0)),
      max: rounded(stages.reduce((sum, { max }) => sum + max, 0)),
      stages,
    };
    const { results, capabilities } = this.rounds;
    return { grade, results: [...results.values()], capabilities, log: this.log.text() };
  }

  /** @returns why the server did not start, where it did not */
  private async playLayer(layer: readonly Planned[]): Promise<string | undefined> {
    const open = layer.filter((planned) => this.waitsFor(planned).length === 0);
    const scenarios = this.toPlay(open);
    const dead = scenarios.length === 0 ? undefined : await this.rounds.play(scenarios);
    // What an interruption left out is no mark, and nobody is shown one.
    if (this.watching.signal.aborted) throw new GradingEnded();
    for (const planned of layer) {
      const mark = markStage(planned, this.played(planned, dead), this.grading.requirements);
      this.marks.set(planned.stage.id, mark);
      this.watching.onStage?.(mark);
    }
    return dead;
  }

  private toPlay(open: readonly Planned[]): Scenario[] {
    const wanted = new Set(open.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)));
    return this.grading.all.filter(({ id }) => wanted.has(id) && !this.rounds.results.has(id));
  }

  private played({ stage }: Planned, dead: string | undefined): Played {
    const waitsFor = this.waitsFor({ stage });
    return {
      results: this.rounds.results,
      waitsFor,
      lacks: stage.requires.filter((what) => !this.offers(what)),
      spared: this.rounds.spared,
      strict: this.grading.rubric.strict,
      ...(dead === undefined || waitsFor.length > 0 ? {} : { dead }),
      said: ({ startedAt, durationMs }) => {
        if (startedAt === null) return '';
        const from = Date.parse(startedAt);
        return this.log.between(from, from + durationMs + SLACK);
      },
    };
  }

  /** What is not among the stages that are played is not waited for. */
  private waitsFor({ stage }: Pick<Planned, 'stage'>): string[] {
    const { enough } = this.grading.rubric;
    return stage.needs.filter((need) => {
      const mark = this.marks.get(need);
      return mark !== undefined && mark.score < enough * mark.max;
    });
  }

  /** `pop3` is there, or `pop3.UIDL` announced in one of its states. */
  private offers(what: string): boolean {
    const [service = '', keyword] = what.split('.');
    const states = this.rounds.capabilities[service];
    if (keyword === undefined) return states !== undefined;
    return Object.values(states ?? {}).some((keywords) => keyword.toUpperCase() in keywords);
  }
}

/** Milliseconds by which what a server writes may come after what it does. */
const SLACK = 100;
