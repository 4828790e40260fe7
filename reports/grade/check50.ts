/** check50's JSON: a check whose dependency failed was not run, and has `passed: null`. */
import { type Grade, isShown, type StageMark } from './grade';
import { json } from './gradescope';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';
import { stageText } from './stage-text';

export function formatCheck50(grade: Grade, language: Language): string {
  return json({
    slug: [grade.rubric.course, grade.rubric.assignment].filter(Boolean).join('/'),
    version: grade.version,
    ...(grade.status === 'error' ? { error: { type: 'Error', value: grade.trouble ?? '' } } : {}),
    results: grade.stages.map((stage) => resultOf(stage, language)),
  });
}

function resultOf(stage: StageMark, language: Language) {
  const { id, title, status, waitsFor, score, max, hint } = stage;
  const passed = status === 'not-reached' || status === 'error' ? null : status === 'full';
  const shown = isShown(stage);
  const log = shown ? stageText(stage, language).split('\n') : [PHRASES[language].hidden];
  return {
    name: id,
    description: inLanguage(title, language),
    passed,
    log,
    cause:
      passed === true
        ? null
        : { rationale: log[0] ?? '', help: hint === undefined || !shown ? null : inLanguage(hint, language) },
    data: { score, max },
    dependency: waitsFor[0] ?? null,
  };
}
