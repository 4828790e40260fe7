/** A finished run: what `--json` writes and every report is made from. */
import type { Level } from './messages/scenario';
import type { ScenarioRun, StepRun } from './messages/scenario-run';
import { tellBreaches } from './verdict/breaches';
import { type Judgement, judge } from './verdict/judge';
import { type Totals, totalsOf, type Verdict } from './verdict/verdict';

/** Raised when a reader of the JSON would have to change. */
export const SCHEMA_VERSION = 1;

export interface ScenarioResult {
  id: string;
  was: string[];
  uri: string;
  line: number;
  feature: string;
  rule: string;
  name: string;
  tags: string[];
  level: Level | null;
  requirements: string[];
  verdict: Verdict;
  /** Stable, kebab-case; empty for a plain pass. */
  code: string;
  reason: string;
  detail?: string;
  /** Where and how it differs, for a mismatch of a dialogue. */
  cause?: { command: string; difference: string };
  /** For `blocked`: the requirement whose scenario judges what failed. */
  blockedBy?: string;
  /** The rule of the whole run that it is about. */
  ruleOfRun?: string;
  /** For a rule of the whole run: the scenario in which it was seen broken first. */
  seenIn?: string;
  /** ISO 8601; null when it never began. */
  startedAt: string | null;
  durationMs: number;
  transcript: string;
  steps: StepRun[];
}

/** service → state → keyword → parameters */
export type CapabilityTable = Record<string, Record<string, Record<string, readonly string[]>>>;

export interface RunFacts {
  /** Of mailspec. */
  version: string;
  target: string;
  capabilities: CapabilityTable;
  seed: number;
  strict: boolean;
  /** What was selected by, as options of the command. */
  filters: Record<string, string | string[] | boolean>;
  /** The start of the command that plays a scenario of this run again; ` --id ID` completes it. */
  replay: string;
  /** ISO 8601. */
  startedAt: string;
  durationMs: number;
  /** By Ctrl-C. */
  interrupted: boolean;
  /** Why the run was ended before everything was played; where nobody interrupted it, nothing worked any more. */
  endedEarly?: string;
}

export interface Run extends RunFacts {
  schemaVersion: number;
  totals: Totals;
  scenarios: ScenarioResult[];
}

/** Judges every scenario of a run. */
export function makeRun(facts: RunFacts, runs: readonly ScenarioRun[]): Run {
  const scenarios = tellBreaches(runs).map((run) => resultOf(run, judge(run, facts.strict)));
  return { schemaVersion: SCHEMA_VERSION, ...facts, totals: totalsOf(scenarios), scenarios };
}

/** The command that plays one scenario of the run again, with the one in which its rule was seen to be broken. */
export function replayOf(run: RunFacts, { id, seenIn }: Pick<ScenarioResult, 'id' | 'seenIn'>): string {
  return [run.replay, '--id', id, ...(seenIn === undefined || seenIn === id ? [] : ['--id', seenIn])].join(' ');
}

function resultOf(
  run: ScenarioRun,
  { verdict, code, reason, detail, cause, requirement, seenIn }: Judgement,
): ScenarioResult {
  const { id, was, uri, line, feature, rule, name, tags, level, requirements } = run.scenario;
  return {
    id,
    was,
    uri,
    line,
    feature,
    rule,
    name,
    tags,
    level: level ?? null,
    requirements,
    verdict,
    code,
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(cause === undefined ? {} : { cause }),
    ...(requirement === undefined ? {} : { blockedBy: requirement }),
    ...(run.rule === undefined ? {} : { ruleOfRun: run.rule }),
    ...(seenIn === undefined ? {} : { seenIn }),
    startedAt: run.startedAt ?? null,
    durationMs: Math.round(run.durationMs * 1000) / 1000,
    transcript: run.transcript,
    steps: run.steps,
  };
}
