/**
 * `npm run test:course`: the samples of courses/mail have the marks of samples/marks.yaml; a class of copies and mutations of them, graded
 * together, interrupted and gone on with, has the marks that each has alone. `-- --students 40`; `--stage smtp-1,pop-1` plays some stages
 * only. Ends with one line `N passed, N failed`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { submit } from './course/mutations';

const ROOT = join(__dirname, existsSync(join(__dirname, '../package.json')) ? '..' : '../..');
const COURSE = join(ROOT, 'courses/mail');
const RUBRIC = join(COURSE, 'rubric.yaml');

interface Grade {
  status: string;
  score: number;
  stages: { id: string; score: number; status: string }[];
}

type Marks = Record<string, number>;

let passed = 0;
let failed = 0;

function check(what: string, found: unknown, expected: unknown): void {
  const same = JSON.stringify(found) === JSON.stringify(expected);
  if (same) passed++;
  else failed++;
  console.log(
    same ? `ok ${what}` : `not ok ${what}\n  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`,
  );
}

function mailspec(words: string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'bin/mailspec.js'), 'grade', RUBRIC, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

function marksIn(folder: string): Marks | string {
  const path = join(folder, 'grade.json');
  if (!existsSync(path)) return 'there is no grade';
  const { status, stages } = JSON.parse(readFileSync(path, 'utf8')) as Grade;
  return status === 'error' ? 'there is no mark' : Object.fromEntries(stages.map(({ id, score }) => [id, score]));
}

async function samples(work: string, only: string[]): Promise<void> {
  const expected = load(readFileSync(join(COURSE, 'samples/marks.yaml'), 'utf8')) as Record<string, Marks>;
  for (const [language, program, suffix] of [
    ['javascript', 'node', 'js'],
    ['python', 'python3', 'py'],
  ] as const) {
    if (spawnSync(program, ['--version']).status !== 0) {
      console.log(`skipped: ${program} is not there`);
      continue;
    }
    for (const [name, marks] of Object.entries(expected)) {
      const out = join(work, `${name}.${suffix}`);
      const folder = join(COURSE, 'samples', language);
      const words = ['--submission', folder, '--server', `${program} ${name}.${suffix}`, '--out', out];
      const code = await ended(mailspec([...words, ...stagesOf(only)]));
      const wanted = only.length === 0 ? marks : Object.fromEntries(only.map((id) => [id, marks[id]]));
      check(`${name}.${suffix}`, [code, marksIn(out)], [0, wanted]);
    }
  }
}

async function aClass(work: string, students: number, only: string[]): Promise<void> {
  const folder = join(work, 'class');
  const names = Array.from({ length: students }, (_, index) => `student-${String(index + 1).padStart(2, '0')}`);
  for (const [index, name] of names.entries()) submit(join(folder, name), join(COURSE, 'samples/javascript'), index);
  const out = join(work, 'marks');
  const graded = () =>
    existsSync(out) ? readdirSync(out).filter((name) => existsSync(join(out, name, 'grade.json'))) : [];
  const words = ['--batch', folder, '--server', 'sh ./run.sh', '--out', out, ...stagesOf(only)];
  const first = mailspec(words);
  const end = ended(first);
  while (first.exitCode === null && graded().length < students / 2) await wait(50);
  first.kill('SIGINT');
  check('an interrupted class ends with 130', await end, 130);
  const before = graded();
  check('and is not whole', before.length < students, true);
  const dates = () => before.map((name) => readFileSync(join(out, name, 'grade.json'), 'utf8'));
  const were = dates();
  check('it goes on', await ended(mailspec(words)), 0);
  check('with those that were missing', graded().length, students);
  check('and leaves the others alone', dates(), were);
  for (const name of names) {
    const alone = join(work, 'alone', name);
    await ended(
      mailspec(['--submission', join(folder, name), '--server', 'sh ./run.sh', '--out', alone, ...stagesOf(only)]),
    );
    check(`${name} has the marks that it has alone`, marksIn(join(out, name)), marksIn(alone));
  }
}

function stagesOf(only: string[]): string[] {
  return only.length === 0 ? [] : ['--stage', only.join(',')];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { students: { type: 'string', default: '40' }, stage: { type: 'string', default: '' } },
  });
  const only = values.stage.split(',').filter((id) => id !== '');
  const work = mkdtempSync(join(tmpdir(), 'mailspec-course-'));
  try {
    await samples(work, only);
    await aClass(work, Number(values.students), only);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
