/** A grade in the Common Test Report Format: a test for each requirement of each stage that may be shown. */
import { ctrf } from '../formats/ctrf';
import { type Grade, isShown, type MarkStatus, type RequirementMark, type StageMark } from './grade';

const STATUS: Record<MarkStatus, 'passed' | 'failed' | 'skipped' | 'other'> = {
  met: 'passed',
  broken: 'failed',
  'not-reached': 'other',
  'not-offered': 'skipped',
  error: 'other',
};

export function formatGradeCtrf(grade: Grade): string {
  const told = grade.stages.filter((stage) => isShown(stage) && stage.show !== 'nothing');
  const tests = told.flatMap((stage) => stage.marks.map((mark) => testOf(stage, mark)));
  const start = Date.parse(grade.startedAt);
  return ctrf({ tests, version: grade.version, start, stop: start + grade.durationMs, of: grade.submission });
}

function testOf(stage: StageMark, mark: RequirementMark) {
  const { requirement, says, status, why, worth, evidence } = mark;
  const shows = stage.show === 'dialogue';
  return {
    name: `${stage.id}: ${says}`,
    status: STATUS[status],
    duration: 0,
    suite: [stage.id],
    rawStatus: status,
    ...(why === '' ? {} : { message: why }),
    ...(evidence === undefined || !shows ? {} : { trace: evidence.detail }),
    tags: [stage.id, requirement],
    extra: { points: status === 'met' ? worth : 0, max: worth },
  };
}
