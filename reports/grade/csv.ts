/** Marks as CSV (RFC 4180): a line for each submission, a column for each stage. */
import { csv } from '../formats/csv';
import type { Grade } from './grade';

export function formatGradesCsv(grades: readonly Grade[]): string {
  const stages = grades[0]?.stages.map(({ id }) => id) ?? [];
  const head = ['submission', 'status', 'score', 'max', ...stages, 'seed', 'graded'];
  const rows = grades.map((grade) => {
    // An empty mark is none; a nought would be one.
    const marks = grade.status === 'error' ? [''] : [String(grade.score)];
    const each = stages.map((id) => {
      const mark = grade.stages.find((stage) => stage.id === id);
      return mark === undefined || mark.status === 'error' ? '' : String(mark.score);
    });
    return [grade.submission, grade.status, ...marks, String(grade.max), ...each, String(grade.seed), grade.startedAt];
  });
  return csv([head, ...rows]);
}
