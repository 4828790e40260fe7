/** The command from end to end, against servers of a few lines. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Grade } from '../../reports/grade/grade';
import { packageRoot } from '../../support/package-root';

const root = packageRoot();
const RUBRIC = `
name: Mail
services: { smtp: {}, pop3: {} }
target: { timing: { reply: 2s, delivery: 2s } }
limits: { start: 5s, memory: 400 }
stages:
  - { id: greeting, title: The greeting, select: [R5321-4.3.1-a], exclude: ['@profile-no-service'], scenarios: 1, points: 4 }
  - { id: helo, title: HELO, select: [R5321-2.2.1-3], needs: greeting, scenarios: 1, points: 4, hint: Who are you? }
  - { id: pop, title: POP3, select: [R1939-4-a], exclude: [pop3/tls-port], needs: greeting, requires: pop3, scenarios: 3, points: 2 }
`;
const GREETS = `require('node:net').createServer((s) => {
  s.write('220 hi\\r\\n');
  s.on('error', () => 0).on('data', (line) => ANSWER);
}).listen(Number(process.env.MAIL_SMTP_PORT), '127.0.0.1');`;
const SERVERS: Record<string, string> = {
  good: GREETS.replace('ANSWER', "s.write('250 hi\\r\\n')"),
  dies: GREETS.replace('ANSWER', "{ console.error('Error: no HELO yet'); process.exit(3); }"),
  'never-starts': "console.error('SyntaxError: of mine'); process.exit(1)",
};

let work = '';
before(() => {
  work = mkdtempSync(join(tmpdir(), 'mailspec-grade-test-'));
  writeFileSync(join(work, 'rubric.yaml'), RUBRIC);
  for (const [name, text] of Object.entries(SERVERS)) {
    mkdirSync(join(work, 'class', name), { recursive: true });
    writeFileSync(join(work, 'class', name, 'server.js'), text);
  }
});
after(() => rmSync(work, { recursive: true }));

function grade(...words: string[]) {
  const command = [
    join(root, 'bin/mailspec.js'),
    'grade',
    join(work, 'rubric.yaml'),
    '--server',
    'node server.js',
    ...words,
  ];
  return spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

function gradeOf(name: string): Grade {
  return JSON.parse(readFileSync(join(work, 'marks', name, 'grade.json'), 'utf8')) as Grade;
}

test('a class is graded, and left alone where it has been', () => {
  const words = ['--batch', join(work, 'class'), '--out', join(work, 'marks')];
  const first = grade(...words);
  assert.equal(first.status, 0, first.stderr + first.stdout);
  const scores = Object.keys(SERVERS).map((name) => [name, gradeOf(name).score]);
  assert.deepEqual(scores, [
    ['good', 8],
    ['dies', 4],
    ['never-starts', 0],
  ]);
  const died = gradeOf('dies').stages[1]?.marks[0];
  assert.match(died?.why ?? '', /the server died in this scenario: .*Error: no HELO yet/);
  assert.match(died?.evidence?.said ?? '', /Error: no HELO yet/);
  assert.deepEqual(gradeOf('good').stages[2]?.lacks, ['pop3']);
  assert.match(gradeOf('never-starts').trouble ?? '', /SyntaxError: of mine/);
  assert.equal(gradeOf('never-starts').stages[0]?.status, 'not-reached');
  assert.match(readFileSync(join(work, 'marks/grades.csv'), 'utf8'), /^good,graded,8,10,4,4,0,/m);
  for (const file of [
    'results.json',
    'result.json',
    'github-classroom.json',
    'check50.json',
    'ctrf.json',
    'grade.md',
    'run.json',
    'index.html',
    'index.es.html',
    'server.log',
  ])
    assert.ok(existsSync(join(work, 'marks/good', file)), file);

  writeFileSync(join(work, 'class/dies/server.js'), SERVERS.good!);
  const second = grade(...words);
  assert.match(second.stdout, /^2 of 3 have their grade already\n/);
  assert.equal(gradeOf('dies').score, 8);
});

test('marks that lie in the folder of the class are no submission', () => {
  const school = join(work, 'school');
  mkdirSync(join(school, 'good'), { recursive: true });
  writeFileSync(join(school, 'good/server.js'), SERVERS.good!);
  const words = ['--batch', school, '--out', join(school, 'marks')];
  assert.match(grade(...words).stdout, /^1 of 1 {2}good: /);
  assert.match(grade(...words).stdout, /^1 of 1 have their grade already\n/);
});

test('what is no submission, no stage and no server is told', () => {
  assert.match(
    grade('--batch', join(work, 'rubric.yaml')).stderr,
    /is no folder; it holds a folder for each submission/,
  );
  const nowhere = grade('--submission', join(work, 'nowhere'));
  assert.equal(nowhere.status, 64, nowhere.stderr);
  assert.match(nowhere.stderr, /nowhere is no folder; --submission names that of a server\n$/);
  const { status, stderr } = grade('--stage', 'gretting');
  assert.deepEqual([status, stderr], [64, 'there is no stage gretting: did you mean greeting?\n']);
});
