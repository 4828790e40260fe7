/** Classroom 50's result.json (`classroom50/result/v1`). What names the submission comes from its runner's environment. */
import type { Grade } from './grade';
import { json } from './gradescope';
import { inLanguage, type Language } from './rubric';

/** @returns undefined without a mark: its runner takes a missing file for what it is, an error of the grading */
export function formatClassroom50(grade: Grade, language: Language, env: NodeJS.ProcessEnv): string | undefined {
  if (grade.status === 'error') return undefined;
  const commit = env.COMMIT_URL ?? grade.submission;
  return json({
    schema: 'classroom50/result/v1',
    classroom: env.CLASSROOM ?? grade.rubric.course,
    assignment: env.ASSIGNMENT ?? grade.rubric.assignment,
    submission: env.SUBMISSION_TAG ?? grade.submission,
    commit,
    release: env.RELEASE_URL ?? commit,
    review: env.REVIEW_URL ?? commit,
    datetime: grade.startedAt.replace(/\.\d+Z$/, 'Z'),
    score: grade.score,
    'max-score': grade.max,
    tests: grade.stages.map(({ id, title, status, score, max }) => ({
      'test-name': `${id}: ${inLanguage(title, language)}`,
      passed: status === 'full',
      score,
      'max-score': max,
    })),
  });
}
