/** What the reports of a grade say, in the languages of a course. */
import type { MarkStatus, StageMark } from './grade';
import type { Language } from './rubric';

interface Phrases {
  title: string;
  of: (score: number, max: number) => string;
  stage: Record<StageMark['status'], string>;
  mark: Record<MarkStatus, string>;
  waitsFor: (stages: string) => string;
  lacks: (what: string) => string;
  hint: string;
  points: (points: number) => string;
  scenarios: (passed: number, all: number) => string;
  hidden: string;
  hiddenSum: (max: number) => string;
  noMark: string;
  didNotStart: string;
  dialogue: string;
  serverSaid: string;
  next: string;
  allDone: string;
  when: string;
  seed: string;
  english: string;
  legend: string;
}

const EN: Phrases = {
  title: 'How far your mail server has come',
  of: (score, max) => `${score} of ${max} points`,
  stage: {
    full: 'complete',
    partial: 'in part',
    none: 'not yet',
    'not-reached': 'not reached',
    error: 'could not be graded',
  },
  mark: {
    met: 'met',
    broken: 'broken',
    'not-reached': 'not reached',
    'not-offered': 'not offered',
    error: 'could not be graded',
  },
  waitsFor: (stages) => `Not played: it builds on ${stages}. That comes first, and nothing is said of this one.`,
  lacks: (what) => `Your server does not offer ${what}.`,
  hint: 'Hint',
  points: (points) => (points === 1 ? '1 point' : `${points} points`),
  scenarios: (passed, all) => `${passed} of ${all} scenarios`,
  hidden: 'This stage is shown later.',
  hiddenSum: (max) => `${max} more points are given for stages that are shown later.`,
  noMark:
    'This could not be graded: something is wrong with the grading, not with your server. It is not a zero. Please tell your teacher.',
  didNotStart: 'Your server did not start',
  dialogue: 'The dialogue',
  serverSaid: 'Your server wrote meanwhile',
  next: 'What to do next',
  allDone: 'Everything is met.',
  when: 'graded',
  seed: 'seed',
  english: '',
  legend:
    'C is what the client said, S what your server answered. A requirement is met when all its scenarios pass; what is not reached counts nothing, and is no mistake: something before it stands in the way.',
};

const ES: Phrases = {
  title: 'Hasta dónde ha llegado tu servidor de correo',
  of: (score, max) => `${score} de ${max} puntos`,
  stage: {
    full: 'completa',
    partial: 'en parte',
    none: 'todavía no',
    'not-reached': 'no alcanzada',
    error: 'no se pudo evaluar',
  },
  mark: {
    met: 'cumplido',
    broken: 'incumplido',
    'not-reached': 'no alcanzado',
    'not-offered': 'no ofrecido',
    error: 'no se pudo evaluar',
  },
  waitsFor: (stages) => `No se ha probado: depende de ${stages}. Eso va primero, y de esta etapa no se dice nada.`,
  lacks: (what) => `Tu servidor no ofrece ${what}.`,
  hint: 'Pista',
  points: (points) => (points === 1 ? '1 punto' : `${points} puntos`),
  scenarios: (passed, all) => `${passed} de ${all} escenarios`,
  hidden: 'Esta etapa se muestra más adelante.',
  hiddenSum: (max) => `Otros ${max} puntos corresponden a etapas que se muestran más adelante.`,
  noMark:
    'No se ha podido evaluar: el problema está en la evaluación y no en tu servidor. No es un cero. Avisa a tu profesor o profesora.',
  didNotStart: 'Tu servidor no ha arrancado',
  dialogue: 'El diálogo',
  serverSaid: 'Tu servidor escribió mientras tanto',
  next: 'Lo siguiente que hay que hacer',
  allDone: 'Todo se cumple.',
  when: 'evaluado',
  seed: 'semilla',
  english: 'Los requisitos se citan en inglés, el idioma de los RFC.',
  legend:
    'C es lo que dijo el cliente, S lo que contestó tu servidor. Un requisito se cumple cuando pasan todos sus escenarios; lo no alcanzado no suma, y no es un error: algo anterior lo impide.',
};

export const PHRASES: Record<Language, Phrases> = { en: EN, es: ES };
