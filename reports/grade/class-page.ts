/** A class side by side: how the marks are spread, which requirements most have missed, and everybody's stages. For the teacher alone. */
import { escapeXml as text } from '../formats/xml';
import type { Grade } from './grade';
import { gradePage } from './page';
import { inLanguage, type Language } from './rubric';

interface ClassPhrases {
  graded: (graded: number, all: number) => string;
  errors: (count: number) => string;
  median: (median: number, max: number) => string;
  marks: string;
  share: string;
  students: string;
  missed: string;
  requirement: string;
  missedBy: string;
  unreached: string;
  everybody: string;
  submission: string;
  mark: string;
  none: string;
}

const PHRASES: Record<Language, ClassPhrases> = {
  en: {
    graded: (graded, all) => `${graded} of ${all} submissions are graded.`,
    errors: (count) => `${count} could not be graded, which is no zero: grade again.`,
    median: (median, max) => `Half of them have ${median} of ${max} points or more.`,
    marks: 'Marks',
    share: 'share of the points',
    students: 'submissions',
    missed: 'What most have missed',
    requirement: 'requirement',
    missedBy: 'missed by',
    unreached: 'not reached by',
    everybody: 'Everybody',
    submission: 'submission',
    mark: 'mark',
    none: 'no mark',
  },
  es: {
    graded: (graded, all) => `${graded} de ${all} entregas están evaluadas.`,
    errors: (count) => `${count} no se pudieron evaluar, y eso no es un cero: evalúalas otra vez.`,
    median: (median, max) => `La mitad tiene ${median} de ${max} puntos o más.`,
    marks: 'Notas',
    share: 'parte de los puntos',
    students: 'entregas',
    missed: 'Lo que más ha faltado',
    requirement: 'requisito',
    missedBy: 'falta a',
    unreached: 'no alcanzado por',
    everybody: 'Todas las entregas',
    submission: 'entrega',
    mark: 'nota',
    none: 'sin nota',
  },
};

/** So many of the requirements that were missed are shown. */
const MOST = 25;

/** @param expected how many submissions there are */
export function formatClassPage(grades: readonly Grade[], expected: number, language: Language): string {
  const say = PHRASES[language];
  const marked = grades.filter(({ status }) => status === 'graded');
  const errors = grades.length - marked.length;
  const name = grades[0] === undefined ? 'mailspec' : inLanguage(grades[0].rubric.name, language);
  const scores = marked.map(({ score }) => score).sort((a, b) => a - b);
  const median = scores[Math.floor(scores.length / 2)];
  const body = [
    `<h1>${text(name)}</h1>`,
    `<p>${say.graded(marked.length, expected)}${errors > 0 ? ` <b class="broken">${say.errors(errors)}</b>` : ''}${median === undefined ? '' : ` ${say.median(median, marked[0]!.max)}`}</p>`,
    `<h2>${say.marks}</h2>${distribution(marked, say)}`,
    `<h2>${say.missed}</h2>${missed(marked, say)}`,
    `<h2>${say.everybody}</h2>${everybody(grades, say)}`,
  ];
  return gradePage(name, language, body.join('\n'));
}

function distribution(marked: readonly Grade[], say: ClassPhrases): string {
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const inIt = ({ score, max }: Grade) => Math.min(9, Math.floor((10 * score) / max)) === tenth;
    return marked.filter(inIt).length;
  });
  const most = Math.max(1, ...tenths);
  const rows = tenths.map((count, tenth) => {
    const bar = count === 0 ? '' : `<span class="bar" style="width:${((20 * count) / most).toFixed(1)}rem"></span> `;
    return `<tr><td>${tenth * 10}–${tenth * 10 + 10} %</td><td>${bar}${count}</td></tr>`;
  });
  return `<table><tr><th>${say.share}</th><th>${say.students}</th></tr>${rows.join('')}</table>`;
}

interface Missed {
  stage: string;
  cites: string;
  says: string;
  broken: number;
  unreached: number;
}

/** By those who got as far: where it was not reached, something else was missed. */
export function missedMost(marked: readonly Grade[]): Missed[] {
  const found = new Map<string, Missed>();
  for (const { stages } of marked) {
    for (const stage of stages) {
      for (const { requirement, cites, says, status } of stage.marks) {
        if (status === 'met') continue;
        const key = `${stage.id} ${requirement}`;
        const row = found.get(key) ?? { stage: stage.id, cites, says, broken: 0, unreached: 0 };
        if (status === 'not-reached') row.unreached++;
        else row.broken++;
        found.set(key, row);
      }
    }
  }
  return [...found.values()].sort((a, b) => b.broken - a.broken || b.unreached - a.unreached);
}

function missed(marked: readonly Grade[], say: ClassPhrases): string {
  const rows = missedMost(marked)
    .slice(0, MOST)
    .map(({ stage, cites, says, broken, unreached }) => {
      const share = marked.length === 0 ? 0 : Math.round((100 * broken) / marked.length);
      return `<tr><td>${text(stage)}</td><td>${text(cites)} ${text(says)}</td><td class="number">${broken} (${share} %)</td><td class="number">${unreached}</td></tr>`;
    });
  return `<table><tr><th></th><th>${say.requirement}</th><th class="number">${say.missedBy}</th><th class="number">${say.unreached}</th></tr>${rows.join('')}</table>`;
}

function everybody(grades: readonly Grade[], say: ClassPhrases): string {
  const stages = grades[0]?.stages.map(({ id }) => id) ?? [];
  const head = [say.submission, say.mark, ...stages].map((one) => `<th>${text(one)}</th>`).join('');
  const rows = grades.map((grade) => {
    const link = `<a href="${encodeURIComponent(grade.submission)}/index.html">${text(grade.submission)}</a>`;
    const mark = grade.status === 'graded' ? `<b>${grade.score}</b>` : `<b class="broken">${say.none}</b>`;
    const cells = stages.map((id) => {
      const stage = grade.stages.find((one) => one.id === id);
      const ink = stage?.status === 'full' ? 'met' : stage?.status === 'partial' ? 'part' : 'dim';
      return `<td class="number ${ink}">${stage === undefined || stage.status === 'error' ? '' : stage.score}</td>`;
    });
    return `<tr><td>${link}</td><td class="number">${mark}</td>${cells.join('')}</tr>`;
  });
  return `<div class="scroll"><table><tr>${head}</tr>${rows.join('')}</table></div>`;
}
