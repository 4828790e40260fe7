/**
 * `npm test`: compiles, runs the unit tests that stand beside the suite's code (*.test.ts, hostile targets among them), then the suite
 * against the bundled server. Ends with one line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { filesBelow } from './files';

/** The file that takes longest, by far: begun last, it is what all the others wait for. */
const LONGEST = 'support/testing/ways/ways.test.ts';
const ROOMS = ['support', 'cli', 'reports', 'reference-server', 'defects', 'tools', 'docs'];

interface Count {
  passed: number;
  failed: number;
}

async function main(): Promise<void> {
  const root = join(__dirname, '..');
  const compiled = spawnSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (compiled.status !== 0) process.exit(1);
  const units = await unitTests(root);
  const suite = runSuite(root);
  const failed = units.failed + suite.failed;
  console.log(`${units.passed + suite.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function unitTests(root: string): Promise<Count> {
  const found = ROOMS.flatMap((room) => filesBelow(root, room, '.test.ts'));
  const files = [LONGEST, ...found.filter((file) => file !== LONGEST)];
  const count = { passed: 0, failed: 0 };
  const compiled = files.map((file) => join(root, 'dist', file.replace(/\.ts$/, '.js')));
  // By itself, node leaves one processor free; most of these files wait for sockets.
  for await (const event of run({ files: compiled, concurrency: availableParallelism() })) {
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') count.passed++;
    if (event.type === 'test:stdout' && event.data.message.includes('Error')) process.stdout.write(event.data.message);
    if (event.type === 'test:fail' && event.data.details.type !== 'suite') {
      count.failed++;
      console.error(
        `${event.data.file ?? ''}: ${event.data.name}\n${String(event.data.details.error.cause ?? event.data.details.error)}\n`,
      );
    }
  }
  console.log(`unit tests: ${count.passed} passed, ${count.failed} failed (${files.length} files)`);
  return count;
}

/** The whole suite against the bundled server: every scenario must pass, none may be not applicable. */
function runSuite(root: string): Count {
  const json = join(root, 'reports/out/test/run.json');
  spawnSync(process.execPath, ['bin/mailspec.js', 'run', '--out', 'reports/out/test', '--json', json], {
    cwd: root,
    stdio: 'inherit',
  });
  const { totals } = JSON.parse(readFileSync(json, 'utf8')) as { totals: Record<string, number> };
  const all = Object.values(totals).reduce((sum, n) => sum + n, 0);
  const passed = totals.pass ?? 0;
  return { passed, failed: all === 0 ? 1 : all - passed };
}

void main();
