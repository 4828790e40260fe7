/** From verdicts to marks: a requirement is met or not, whatever the number of its scenarios. */
import type { Scenario } from '../messages/scenario';
import type { ScenarioResult } from '../run';
import { citationOf, type Requirement } from '../verdict/requirements';
import { type MarkStatus, type RequirementMark, rounded, type StageMark } from './grade';
import type { PlannedStage } from './rubric';

/** What came of playing a stage. */
export interface Played {
  results: ReadonlyMap<string, ScenarioResult>;
  /** Stages that it needs and that have not earned enough: nothing of it was played. */
  waitsFor: string[];
  /** What it requires and the server does not offer. */
  lacks: string[];
  /** Scenarios that were left out because another one of their requirement had shown it to be broken. */
  spared: ReadonlySet<string>;
  /** A mismatch with a SHOULD counts. */
  strict: boolean;
  /** Why nothing could be played, where that is so. */
  dead?: string;
  /** What the server wrote while a scenario was played. */
  said(result: ScenarioResult): string;
}

/** The requirement that a scenario is about: the first that its tags name. */
export function subjectOf({ requirements }: Pick<Scenario, 'requirements'>): string {
  return requirements[0] ?? '';
}

export function markStage(
  { stage, scenarios, worth }: PlannedStage<Scenario>,
  played: Played,
  requirements: ReadonlyMap<string, Requirement>,
): StageMark {
  const marks = [...worth].map(([requirement, points]) => {
    const own = scenarios.filter((scenario) => subjectOf(scenario) === requirement);
    return markRequirement(requirement, points, own, played, requirements.get(requirement));
  });
  const earned = marks.reduce((sum, { status, worth: points }) => sum + (status === 'met' ? points : 0), 0);
  const score = rounded(Math.min(earned, stage.cap));
  const passed = marks.reduce((sum, mark) => sum + mark.passed, 0);
  const { id, title, cap: max, hint, visibility, show } = stage;
  const { waitsFor, lacks } = played;
  return {
    id,
    title,
    status: statusOf(marks, score, max, waitsFor),
    waitsFor,
    lacks,
    score,
    max,
    scenarios: stage.scenarios,
    passed,
    marks,
    ...(hint === undefined ? {} : { hint }),
    visibility,
    show,
    durationMs: scenarios.reduce((sum, { id: one }) => sum + (played.results.get(one)?.durationMs ?? 0), 0),
  };
}

function statusOf(marks: readonly RequirementMark[], score: number, max: number, waitsFor: readonly string[]) {
  if (marks.some(({ status }) => status === 'error')) return 'error';
  if (score === max) return 'full';
  if (score > 0) return 'partial';
  const unreached = waitsFor.length > 0 || marks.every(({ status }) => status === 'not-reached');
  return unreached ? 'not-reached' : 'none';
}

function markRequirement(
  id: string,
  worth: number,
  own: readonly Scenario[],
  played: Played,
  requirement: Requirement | undefined,
): RequirementMark {
  const results = own.flatMap((scenario) => played.results.get(scenario.id) ?? []);
  const passed = results.filter((result) => statusOfResult(result, played.strict) === 'met').length;
  const expected = own.filter((scenario) => !played.spared.has(scenario.id)).length;
  const { status, why, result } = ruling(results, expected, played);
  return {
    requirement: id,
    cites: requirement === undefined ? '' : citationOf(requirement),
    level: requirement?.level ?? '',
    says: requirement?.says ?? id,
    status,
    worth,
    why,
    scenarios: own.length,
    passed,
    ...(result === undefined || result.verdict === 'notPlayed' ? {} : { evidence: evidenceOf(result, played) }),
  };
}

interface Ruling {
  status: MarkStatus;
  why: string;
  /** The scenario that shows it. */
  result?: ScenarioResult;
}

/** What the worst of its scenarios says: one that broke says more than ten that passed. */
const WORST: readonly MarkStatus[] = ['error', 'broken', 'not-reached'];

function ruling(results: readonly ScenarioResult[], expected: number, played: Played): Ruling {
  if (played.waitsFor.length > 0) return { status: 'not-reached', why: played.waitsFor.join(', ') };
  for (const status of WORST) {
    const result = results.find((each) => statusOfResult(each, played.strict) === status);
    if (result !== undefined) return { status, why: result.reason, result };
  }
  if (results.length < expected && played.dead !== undefined) return { status: 'not-reached', why: played.dead };
  // What was expected and never came is not the student's doing.
  if (results.length < expected) return { status: 'error', why: `${expected - results.length} scenarios were lost` };
  if (played.lacks.length > 0) return { status: 'not-offered', why: played.lacks.join(', ') };
  if (results.some((each) => statusOfResult(each, played.strict) === 'met')) return { status: 'met', why: '' };
  return { status: 'not-offered', why: results[0]?.reason ?? '' };
}

/** Errors that say that the student's server was not there: it is launched for the grading, and nobody else ends it. */
const ABSENT = [
  'connection-refused',
  'restart-failed',
  'exited-at-once',
  'never-ready',
  'tls-handshake-failed',
  'launch-failed',
];

/** What one scenario says of its requirement. */
export function statusOfResult(
  { verdict, code }: Pick<ScenarioResult, 'verdict' | 'code'>,
  strict: boolean,
): MarkStatus {
  switch (verdict) {
    case 'pass':
    case 'info':
      return 'met';
    case 'warn':
      return strict ? 'broken' : 'met';
    case 'fail':
      return 'broken';
    case 'notApplicable':
      return 'not-offered';
    case 'blocked':
    case 'notPlayed':
      return 'not-reached';
    case 'error':
      return ABSENT.includes(code) ? 'broken' : 'error';
  }
}

function evidenceOf(result: ScenarioResult, played: Played) {
  const { id, name, detail, reason, transcript } = result;
  return { scenario: id, title: name, detail: detail ?? reason, transcript, said: played.said(result) };
}
