/** A stage in words, for systems that show plain text. What is to be shown later is not in it. */
import type { RequirementMark, StageMark } from './grade';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';

const MARKS = { met: '+', broken: 'x', 'not-reached': '-', 'not-offered': 'o', error: '!' } as const;

/** `+ RFC 5321 §3.3 …` a line for each requirement; what is broken with what came instead, as far as the stage shows it. */
export function stageText(stage: StageMark, language: Language): string {
  const say = PHRASES[language];
  const { waitsFor, lacks, show, hint, score, max } = stage;
  if (waitsFor.length > 0) return say.waitsFor(waitsFor.join(', '));
  const lines = [
    `${say.of(score, max)}, ${say.scenarios(stage.passed, stage.scenarios)}`,
    ...(lacks.length > 0 ? [say.lacks(lacks.join(', '))] : []),
    ...(show === 'nothing' ? [] : stage.marks.map((mark) => markText(mark, stage, language))),
    ...(hint === undefined || score === max ? [] : [`${say.hint}: ${inLanguage(hint, language)}`]),
  ];
  return lines.join('\n');
}

function markText(mark: RequirementMark, { show }: StageMark, language: Language): string {
  const { status, cites, says, worth, why } = mark;
  const head = `${MARKS[status]} ${cites === '' ? '' : `${cites}: `}${says} (${PHRASES[language].points(shortly(worth))}, ${PHRASES[language].mark[status]})`;
  if (status === 'met' || show !== 'dialogue') return head;
  const { evidence } = mark;
  const detail = status === 'broken' && evidence !== undefined ? evidence.detail : why;
  const said = evidence?.said ?? '';
  const parts = [detail, said === '' ? '' : `${PHRASES[language].serverSaid}:\n${lastOf(said)}`].filter(Boolean);
  return [head, ...parts.map(indented)].join('\n');
}

/** A traceback ends with what matters. */
const LAST = 15;

export function lastOf(said: string): string {
  const lines = said.split('\n');
  return lines.length <= LAST ? said : ['…', ...lines.slice(-LAST)].join('\n');
}

export function shortly(points: number): number {
  return Math.round(points * 100) / 100;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
