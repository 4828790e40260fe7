/** Gradescope's results.json. Without a mark it has no score: Gradescope then says that the autograder failed, which is so. */
import type { Grade, StageMark } from './grade';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';
import { stageText } from './stage-text';

export function formatGradescope(grade: Grade, language: Language): string {
  const head = {
    execution_time: Math.round(grade.durationMs / 1000),
    output_format: 'text',
    stdout_visibility: 'hidden',
    extra_data: { seed: grade.seed, version: grade.version, fingerprint: grade.fingerprint },
  };
  if (grade.status === 'error') {
    const output = `${PHRASES[language].noMark}\n${grade.trouble ?? ''}`;
    return json({ ...head, output, visibility: 'visible' });
  }
  const started = grade.trouble === undefined ? '' : `${PHRASES[language].didNotStart}: ${grade.trouble}`;
  return json({
    score: grade.score,
    ...head,
    output: started,
    tests: grade.stages.map((stage, index) => testOf(stage, index, language)),
  });
}

function testOf(stage: StageMark, index: number, language: Language) {
  return {
    score: stage.score,
    max_score: stage.max,
    status: stage.status === 'full' ? 'passed' : 'failed',
    name: `${stage.id}: ${inLanguage(stage.title, language)}`,
    number: String(index + 1),
    output: stageText(stage, language),
    output_format: 'text',
    tags: [stage.id, stage.status],
    visibility: stage.visibility,
  };
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
