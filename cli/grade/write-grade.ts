/** Writes what is made of a grade: for the student, for the teacher, and for each system that keeps marks. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatJson } from '../../reports/formats/json';
import { formatCheck50 } from '../../reports/grade/check50';
import { formatClassroom50 } from '../../reports/grade/classroom50';
import { formatGradesCsv } from '../../reports/grade/csv';
import { formatGradeCtrf } from '../../reports/grade/ctrf';
import { formatGithubClassroom } from '../../reports/grade/github-classroom';
import type { Grade } from '../../reports/grade/grade';
import { formatGradescope, json } from '../../reports/grade/gradescope';
import { formatGradeMarkdown } from '../../reports/grade/markdown';
import { formatGradePage } from '../../reports/grade/page';
import { LANGUAGES, type Language } from '../../reports/grade/rubric';
import { type Run, SCHEMA_VERSION } from '../../reports/run';
import { totalsOf } from '../../reports/verdict/verdict';
import { writeBelow } from '../run/write-reports';
import type { Graded } from './grade-one';

/** Last of all, and so a sign that the others are whole: grading a class goes on after it. */
export const GRADE_FILE = 'grade.json';

export interface Writing {
  out: string;
  language: Language;
  env: NodeJS.ProcessEnv;
}

/** @returns the page that a student opens */
export function writeGrade({ grade, results, capabilities, log }: Graded, { out, language, env }: Writing): string {
  const page = join(out, 'index.html');
  const run: Run = {
    schemaVersion: SCHEMA_VERSION,
    version: grade.version,
    target: grade.submission,
    capabilities,
    seed: grade.seed,
    strict: false,
    filters: {},
    replay: `npx mailspec run --seed ${grade.seed}`,
    startedAt: grade.startedAt,
    durationMs: grade.durationMs,
    interrupted: false,
    totals: totalsOf(results),
    scenarios: results,
  };
  const files: [string, string | undefined][] = [
    ['results.json', formatGradescope(grade, language)],
    ['result.json', formatClassroom50(grade, language, env)],
    ['github-classroom.json', formatGithubClassroom(grade, language)],
    ['check50.json', formatCheck50(grade, language)],
    ['ctrf.json', formatGradeCtrf(grade)],
    ['grade.csv', formatGradesCsv([grade])],
    ['grade.md', formatGradeMarkdown(grade, language)],
    ['run.json', formatJson(run)],
    ['server.log', log],
    ...pages(grade, language),
    [GRADE_FILE, json(grade)],
  ];
  for (const [name, text] of files) if (text !== undefined) writeBelow(join(out, name), text);
  return page;
}

/** The course's language is index.html, the others stand beside it. */
function pages(grade: Grade, language: Language): [string, string][] {
  const fileOf = (each: Language) => (each === language ? 'index.html' : `index.${each}.html`);
  return LANGUAGES.map((each) => {
    const others = LANGUAGES.filter((other) => other !== each);
    return [
      fileOf(each),
      formatGradePage(grade, each, Object.fromEntries(others.map((other) => [other, fileOf(other)]))),
    ];
  });
}

/** Where a CI of GitHub's asks for it: the job's summary, and what GitHub Classroom's reporter reads. */
export function tellGithub(grade: Grade, language: Language, env: NodeJS.ProcessEnv): void {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, formatGradeMarkdown(grade, language));
  if (env.GITHUB_OUTPUT) {
    const result = Buffer.from(formatGithubClassroom(grade, language)).toString('base64');
    appendFileSync(env.GITHUB_OUTPUT, `result=${result}\nscore=${grade.score}\nmax=${grade.max}\n`);
  }
}
