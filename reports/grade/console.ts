/** A grade on a terminal: a line for each stage as it ends, below it what is broken. */
import { makePaint } from '../formats/console/paint';
import { type Grade, isShown, type RequirementMark, type StageMark } from './grade';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';

const INK = { full: 'pass', partial: 'warn', none: 'fail', 'not-reached': 'dim', error: 'error' } as const;
/** Of what is broken in a stage, so many are named. */
const MOST = 5;

export function stageLines(stage: StageMark, language: Language, colour: boolean): string {
  const paint = makePaint(colour);
  const say = PHRASES[language];
  const { id, title, status, score, max, waitsFor, lacks, hint, show } = stage;
  if (!isShown(stage)) return `${id.padEnd(10)} ${inLanguage(title, language)}: ${say.hidden}\n`;
  const head = `${id.padEnd(10)} ${paint(`${String(score).padStart(5)} / ${max}`.padEnd(12), INK[status])} ${inLanguage(title, language)}`;
  if (status === 'full') return `${head}\n`;
  const broken =
    show === 'nothing' ? [] : stage.marks.filter(({ status: one }) => one !== 'met' && one !== 'not-reached');
  const lines = [
    head,
    ...(waitsFor.length > 0 ? [say.waitsFor(waitsFor.join(', '))] : []),
    ...(lacks.length > 0 && waitsFor.length === 0 ? [say.lacks(lacks.join(', '))] : []),
    ...(lacks.length > 0 ? [] : broken.slice(0, MOST).map((mark) => lineOf(mark, stage, language))),
    ...(broken.length > MOST && lacks.length === 0 ? [`… ${broken.length - MOST}`] : []),
    ...(hint === undefined || waitsFor.length > 0 ? [] : [`${say.hint}: ${inLanguage(hint, language)}`]),
  ];
  return lines.map((line, index) => (index === 0 ? `${line}\n` : `${' '.repeat(11)}${line}\n`)).join('');
}

function lineOf({ cites, says, status, why }: RequirementMark, { show }: StageMark, language: Language): string {
  const reason = show === 'dialogue' && why !== '' ? `: ${why}` : '';
  return `${PHRASES[language].mark[status]}: ${cites} ${says}${reason}`;
}

export function totalLine(grade: Grade, language: Language, page: string): string {
  const say = PHRASES[language];
  const sum = grade.status === 'error' ? say.noMark : say.of(grade.score, grade.max);
  const trouble =
    grade.trouble === undefined ? '' : `${grade.status === 'error' ? '' : `${say.didNotStart}: `}${grade.trouble}\n`;
  return `\n${trouble}${sum}\n${page}\n`;
}
