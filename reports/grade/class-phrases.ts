/** What the page of a class says, in each language. */
import type { Language } from './rubric';

export interface ClassPhrases {
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

export const CLASS_PHRASES: Record<Language, ClassPhrases> = {
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
