/** A grade, or one that is none: suite or machine broke before there was a mark. Its files are written all the same, and none of them says nought. */
import { GRADE_SCHEMA } from '../../reports/grade/grade';
import { UsageError } from '../../support/targets/usage-error';
import { packageVersion } from '../version';
import { type Graded, type Grading, GradingEnded, gradeOne, type Submission, type Watching } from './grade-one';

/** @throws GradingEnded, UsageError */
export async function gradeOrNot(grading: Grading, submission: Submission, watching: Watching): Promise<Graded> {
  try {
    return await gradeOne(grading, submission, watching);
  } catch (error) {
    if (error instanceof GradingEnded || error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
    return withoutMark(grading, submission, why);
  }
}

function withoutMark({ rubric, planned, seed }: Grading, submission: Submission, trouble: string): Graded {
  return {
    grade: {
      schema: GRADE_SCHEMA,
      version: packageVersion(),
      rubric: { name: rubric.name, course: rubric.course, assignment: rubric.assignment },
      fingerprint: '',
      submission: submission.name,
      seed,
      startedAt: new Date().toISOString(),
      durationMs: 0,
      status: 'error',
      trouble,
      score: 0,
      max: planned.reduce((sum, { stage }) => sum + stage.cap, 0),
      stages: [],
    },
    results: [],
    capabilities: {},
    log: '',
  };
}
