/**
 * What GitHub Classroom's reporter (autograding-grading-reporter) reads, in base64, from the variable `NAME_RESULTS`. Its points are the sum of
 * the tests' scores, for each of which it also wants to know whether it passed.
 */
import { type Grade, isShown } from './grade';
import { json } from './gradescope';
import { inLanguage, type Language } from './rubric';
import { stageText } from './stage-text';

export function formatGithubClassroom(grade: Grade, language: Language): string {
  const failed = grade.score === grade.max ? 'pass' : 'fail';
  return json({
    version: 1,
    status: grade.status === 'error' ? 'error' : failed,
    max_score: grade.max,
    tests: grade.stages.map((stage) => ({
      name: `${stage.id}: ${inLanguage(stage.title, language)}`,
      status: stage.status === 'full' ? 'pass' : stage.status === 'error' ? 'error' : 'fail',
      score: grade.status === 'error' ? 0 : stage.score,
      max_score: stage.max,
      message: isShown(stage) ? stageText(stage, language) : '',
      test_code: `mailspec grade --stage ${stage.id}`,
      filename: '',
      line_no: 0,
      execution_time: `${(stage.durationMs / 1000).toFixed(1)}s`,
    })),
  });
}
