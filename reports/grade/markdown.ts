/** A grade as Markdown: the summary of a CI job, or a comment. */
import { type Grade, isShown, type StageMark } from './grade';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';
import { stageText } from './stage-text';

export function formatGradeMarkdown(grade: Grade, language: Language): string {
  const say = PHRASES[language];
  const shown = grade.stages.filter(isShown);
  const sum = grade.status === 'error' ? say.noMark : `**${say.of(grade.score, grade.max)}**`;
  const rows = grade.stages.map((stage) => {
    const title = inline(inLanguage(stage.title, language));
    if (!isShown(stage)) return `| ${stage.id} | ${title} | | ${say.hidden} |`;
    return `| ${stage.id} | ${title} | ${stage.score} / ${stage.max} | ${say.stage[stage.status]} |`;
  });
  const blocks = [
    `## ${inline(inLanguage(grade.rubric.name, language))}`,
    ...(grade.trouble === undefined ? [sum] : [sum, inline(grade.trouble)]),
    ['| | | | |', '|---|---|--:|---|', ...rows].join('\n'),
    ...shown.filter(({ status }) => status === 'partial' || status === 'none').map((stage) => details(stage, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function details(stage: StageMark, language: Language): string {
  const text = stageText(stage, language);
  const fence = text.includes('```') ? '~~~~~~' : '```';
  const title = `${stage.id}: ${inline(inLanguage(stage.title, language))}`;
  return `<details><summary>${title}</summary>\n\n${fence}text\n${text}\n${fence}\n\n</details>`;
}

function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replaceAll('\n', ' ');
}
