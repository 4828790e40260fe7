/** A grade: what every report of `mailspec grade` is made from, and what it keeps as grade.json. */
import { InputError } from '../input-error';
import type { Showing, Visibility, Words } from './rubric';

export const GRADE_SCHEMA = 'mailspec/grade/v1';

/**
 * `not-reached`: something before it does not work, and nothing is said of it. `not-offered`: the server does not announce what it is about.
 * `error`: suite or machine broke; it is no zero.
 */
export type MarkStatus = 'met' | 'broken' | 'not-reached' | 'not-offered' | 'error';

export interface RequirementMark {
  requirement: string;
  /** `RFC 5321 §3.3` */
  cites: string;
  level: string;
  says: string;
  status: MarkStatus;
  worth: number;
  /** One line; empty where it is met. */
  why: string;
  scenarios: number;
  passed: number;
  /** Of the first scenario that shows it. */
  evidence?: Evidence;
}

export interface Evidence {
  scenario: string;
  title: string;
  /** The dialogue with the line that differs. */
  detail: string;
  transcript: string;
  /** What the server itself wrote meanwhile. */
  said: string;
}

export interface StageMark {
  id: string;
  title: Words;
  status: 'full' | 'partial' | 'none' | 'not-reached' | 'error';
  /** Stages that it needs and that have not earned enough. */
  waitsFor: string[];
  /** What it requires and the server does not offer. */
  lacks: string[];
  score: number;
  max: number;
  scenarios: number;
  passed: number;
  marks: RequirementMark[];
  hint?: Words;
  visibility: Visibility;
  show: Showing;
  durationMs: number;
}

export interface Grade {
  schema: typeof GRADE_SCHEMA;
  /** Of mailspec. */
  version: string;
  rubric: { name: Words; course: string; assignment: string };
  /** What tells whether it must be made again: rubric, submission, seed, version. */
  fingerprint: string;
  /** Whose it is. */
  submission: string;
  seed: number;
  startedAt: string;
  durationMs: number;
  /** `error`: suite or machine broke, and there is no mark. */
  status: 'graded' | 'error';
  /** Why there is no mark, or why the server did not start. */
  trouble?: string;
  score: number;
  max: number;
  stages: StageMark[];
}

/** Whether a student may see it now. */
export function isShown({ visibility }: Pick<StageMark, 'visibility'>): boolean {
  return visibility === 'visible';
}

/** To hundredths: thirds of points add up to whole ones. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** @throws InputError when it is no grade */
export function parseGrade(text: string, path: string): Grade {
  let grade: Partial<Grade>;
  try {
    grade = JSON.parse(text) as Partial<Grade>;
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (grade?.schema !== GRADE_SCHEMA || !Array.isArray(grade.stages)) {
    throw new InputError(`${path} is no grade of this mailspec`);
  }
  return grade as Grade;
}
