/** `mailspec grade --batch`: a folder of submissions, several at once; what has its grade already is left as it is. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { formatClassPage } from '../../reports/grade/class-page';
import { formatGradesCsv } from '../../reports/grade/csv';
import { type Grade, parseGrade } from '../../reports/grade/grade';
import { LANGUAGES } from '../../reports/grade/rubric';
import { EXIT } from '../../reports/verdict/exit-code';
import { UsageError } from '../../support/targets/usage-error';
import { makeFolder } from '../run/folder';
import { writeBelow } from '../run/write-reports';
import { fingerprintOf } from './fingerprint';
import { type Grading, GradingEnded, type Submission } from './grade-one';
import { gradeOrNot } from './grade-or-not';
import type { GradeOptions } from './options';
import { GRADE_FILE, writeGrade } from './write-grade';

type ClassOptions = GradeOptions & { batch: string };

/**
 * @returns the exit code: 3 where one has no mark, 130 after an interruption; the same command goes on where it ended
 * @throws UsageError when there is no submission
 */
export async function gradeClass(
  grading: Grading,
  command: string,
  options: ClassOptions,
  signal: AbortSignal,
): Promise<number> {
  const submissions = submissionsIn(options, grading, command);
  // It is graded for hours: not before the marks have a place.
  makeFolder(options.out);
  const grades = new Map<string, Grade>();
  const waiting: Submission[] = [];
  for (const submission of submissions) {
    const known = knownGrade(join(options.out, submission.name), submission.fingerprint);
    if (known === undefined) waiting.push(submission);
    else grades.set(submission.name, known);
  }
  if (grades.size > 0) process.stdout.write(`${grades.size} of ${submissions.length} have their grade already\n`);
  const inOrder = () => submissions.flatMap(({ name }) => grades.get(name) ?? []);
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      const graded = await gradeOrNot(grading, next, { signal });
      writeGrade(graded, { out: join(options.out, next.name), language: options.language, env: {} });
      grades.set(next.name, graded.grade);
      process.stdout.write(lineOf(graded.grade, grades.size, submissions.length));
    }
  };
  // An interruption ends them all; what has been graded is told of nevertheless.
  await Promise.all(Array.from({ length: options.jobs }, () => worker().catch(unlessEnded)));
  const page = writeClass(inOrder(), submissions.length, options);
  process.stdout.write(`${page}\n`);
  if (signal.aborted) return EXIT.interrupted;
  return inOrder().some(({ status }) => status === 'error') ? EXIT.error : EXIT.ok;
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof GradingEnded)) throw error;
}

function submissionsIn({ batch, out }: ClassOptions, grading: Grading, command: string): Submission[] {
  if (!statSync(batch, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('no-class', `${batch} is no folder; it holds a folder for each submission`);
  const names = readdirSync(batch)
    .filter((name) => !name.startsWith('.') && statSync(join(batch, name)).isDirectory())
    // Marks that are written into the folder of the class are nobody's submission.
    .filter((name) => !`${resolve(out)}${sep}`.startsWith(`${resolve(batch, name)}${sep}`))
    .sort();
  if (names.length === 0) throw new UsageError('no-class', `${batch} holds no folder; each submission has one`);
  return names.map((name) => {
    const folder = join(batch, name);
    return { name, folder, command, fingerprint: fingerprintOf(folder, grading, command) };
  });
}

/** Made of the same files by the same rubric; one without a mark is made again. */
function knownGrade(folder: string, fingerprint: string): Grade | undefined {
  const path = join(folder, GRADE_FILE);
  if (!existsSync(path)) return undefined;
  try {
    const grade = parseGrade(readFileSync(path, 'utf8'), path);
    return grade.fingerprint === fingerprint && grade.status === 'graded' ? grade : undefined;
  } catch {
    // Half written, or of another version: made again.
    return undefined;
  }
}

function lineOf({ submission, status, score, max, trouble }: Grade, done: number, all: number): string {
  const mark = status === 'error' ? `no mark: ${trouble ?? ''}` : `${score} / ${max}`;
  return `${String(done).padStart(String(all).length)} of ${all}  ${submission}: ${mark}\n`;
}

function writeClass(grades: readonly Grade[], expected: number, { out, language }: ClassOptions): string {
  writeBelow(join(out, 'grades.csv'), formatGradesCsv(grades));
  for (const each of LANGUAGES) {
    const name = each === language ? 'index.html' : `index.${each}.html`;
    writeBelow(join(out, name), formatClassPage(grades, expected, each));
  }
  return join(out, 'index.html');
}
