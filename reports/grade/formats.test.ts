import assert from 'node:assert';
import { test } from 'node:test';
import { csv } from '../formats/csv';
import { sampleGrade, sampleStage } from '../testing/sample-grade';
import { formatCheck50 } from './check50';
import { formatClassPage } from './class-page';
import { formatClassroom50 } from './classroom50';
import { stageLines, totalLine } from './console';
import { formatGradesCsv } from './csv';
import { formatGradeCtrf } from './ctrf';
import { formatGithubClassroom } from './github-classroom';
import { parseGrade } from './grade';
import { formatGradescope } from './gradescope';
import { formatGradeMarkdown } from './markdown';
import { missedMost } from './missed-most';
import { formatGradePage } from './page';
import { stageText } from './stage-text';

const grade = sampleGrade();
const broken = sampleGrade({ status: 'error', trouble: 'the port is taken', stages: [], score: 0 });

test('Gradescope gets a test for each stage, with who may see it', () => {
  const read = JSON.parse(formatGradescope(grade, 'en'));
  assert.deepEqual([read.score, read.execution_time, read.tests.length], [9, 61, 3]);
  const [first, , last] = read.tests;
  assert.deepEqual([first.status, first.score, first.max_score, first.name], ['failed', 4, 10, 'smtp-2: The commands']);
  assert.match(first.output, /x RFC 5321 §3\.3: RCPT outside .*\(6 points, broken\)\n {4}S: 503/);
  assert.equal(last.visibility, 'hidden');
});

test('where there is no mark, nobody is told of a nought', () => {
  const read = JSON.parse(formatGradescope(broken, 'es'));
  assert.ok(!('score' in read) && !('tests' in read));
  assert.match(read.output, /No es un cero/);
  assert.equal(formatClassroom50(broken, 'en', {}), undefined);
  assert.equal(JSON.parse(formatGithubClassroom(broken, 'en')).status, 'error');
  assert.equal(JSON.parse(formatCheck50(broken, 'en')).error.value, 'the port is taken');
  assert.match(formatGradesCsv([broken]), /^ada,error,,20,/m);
  assert.doesNotMatch(totalLine(broken, 'en', 'page'), /0 of 20/);
});

test('Classroom 50 takes its names from the runner', () => {
  const env = { CLASSROOM: 'cs', ASSIGNMENT: 'm', SUBMISSION_TAG: 'submit/1', COMMIT_URL: 'u', RELEASE_URL: 'r' };
  const { tests, ...head } = JSON.parse(formatClassroom50(grade, 'en', env)!);
  assert.deepEqual(head, {
    schema: 'classroom50/result/v1',
    classroom: 'cs',
    assignment: 'm',
    submission: 'submit/1',
    commit: 'u',
    release: 'r',
    review: 'u',
    datetime: '2024-01-02T03:04:05Z',
    score: 9,
    'max-score': 20,
  });
  assert.deepEqual(tests[0], { 'test-name': 'smtp-2: The commands', passed: false, score: 4, 'max-score': 10 });
});

test("the reporter of GitHub Classroom sums the tests' scores", () => {
  const read = JSON.parse(formatGithubClassroom(grade, 'en'));
  assert.deepEqual([read.version, read.status, read.max_score], [1, 'fail', 20]);
  assert.equal(
    read.tests.reduce((sum: number, { score }: { score: number }) => sum + score, 0),
    9,
  );
});

test('check50: what was not reached has passed null and says what it depends on', () => {
  const { results, slug } = JSON.parse(formatCheck50(grade, 'en'));
  assert.equal(slug, 'networks/mail');
  const told = results.map(({ passed, dependency }: Record<string, unknown>) => [passed, dependency]);
  assert.deepEqual(told, [
    [false, null],
    [null, 'smtp-2'],
    [true, null],
  ]);
  assert.equal(results[0].cause.help, 'What comes first?');
});

test('CTRF counts requirements, and leaves out what is hidden', () => {
  const { results, reportFormat } = JSON.parse(formatGradeCtrf(grade));
  assert.equal(reportFormat, 'CTRF');
  assert.deepEqual([results.summary.tests, results.summary.passed, results.summary.failed], [2, 1, 1]);
});

test('CSV quotes, and gives a spreadsheet no formula', () => {
  assert.equal(csv([['a,b', '=1+1', '-2', 'say "x"']]), '"a,b",\'=1+1,-2,"say ""x"""\r\n');
  assert.match(
    formatGradesCsv([grade]),
    /^submission,status,score,max,smtp-2,smtp-3,smtp-9,seed,graded\r\nada,graded,9,20,4,0,5,1,/,
  );
});

test('what is hidden shows neither its marks nor its share of the sum', () => {
  const hidden = sampleGrade({
    stages: [
      sampleStage(),
      sampleStage({ id: 'secret', visibility: 'hidden', marks: [{ ...sampleStage().marks[0]!, says: 'SECRET' }] }),
    ],
  });
  for (const text of [
    formatGradePage(hidden, 'en', {}),
    formatGradeMarkdown(hidden, 'en'),
    formatCheck50(hidden, 'en'),
    formatGithubClassroom(hidden, 'en'),
    formatGradeCtrf(hidden),
    stageLines(hidden.stages[1]!, 'en', false),
  ])
    assert.doesNotMatch(text, /SECRET/);
  assert.match(formatGradePage(hidden, 'en', {}), /4 of 10 points.*10 more points/s);
});

test('a stage shows as much of a failure as it is to', () => {
  assert.match(stageText(sampleStage(), 'en'), /Traceback/);
  const sentence = stageText(sampleStage({ show: 'sentence' }), 'en');
  assert.match(sentence, /RCPT outside/);
  assert.doesNotMatch(sentence, /asked for|Traceback/);
  assert.doesNotMatch(stageText(sampleStage({ show: 'nothing' }), 'en'), /RCPT/);
});

test('the page is in both languages, escaped, and says what comes next', () => {
  const page = formatGradePage(grade, 'es', { en: 'index.en.html' });
  assert.match(page, /<html lang="es">/);
  assert.match(page, /Lo siguiente que hay que hacer/);
  assert.match(page, /Las órdenes/);
  assert.match(page, /href="index\.en\.html"/);
  assert.match(page, /came: 250 &lt;fine>/);
  assert.match(page, /Traceback: &lt;boom>/);
});

test('a class shows how its marks are spread and what most have missed', () => {
  const better = sampleGrade({ submission: 'bea', score: 20, stages: [sampleStage({ marks: [] })] });
  const page = formatClassPage([grade, better, broken], 4, 'en');
  assert.match(page, /2 of 4 submissions are graded\..*1 could not be graded/s);
  assert.match(page, /RCPT outside a transaction.*1 \(50 %\)/s);
  assert.deepEqual(missedMost([grade, grade])[0]?.broken, 2);
});

test('a grade is read again; anything else is told', () => {
  assert.deepEqual(parseGrade(JSON.stringify(grade), 'p'), grade);
  assert.throws(() => parseGrade('{}', 'p'), /p is no grade/);
});
