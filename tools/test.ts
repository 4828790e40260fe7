/**
 * `npm test`: compiles, runs the unit tests that stand beside the suite's code (*.test.ts, hostile targets among them), then the suite
 * against the bundled server, and beside both what mostly waits. Ends with one line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { filesBelow } from './files';

/** It takes minutes and mostly waits, for retries and for what must not come: it goes beside all the rest. */
const WAITS = 'support/testing/ways/ways.test.ts';
/** What takes longest begins first, that nothing long is left over for the end: these play the suite against servers, most of them many times. */
const LONG = ['cli/', 'support/testing/', 'support/soak/'];
/** So many files at once for each processor: most of them wait, for sockets and for processes of their own. */
const AT_ONCE = 2;
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
  const isLong = (file: string) => Number(LONG.some((room) => file.startsWith(room)));
  const files = ROOMS.flatMap((room) => filesBelow(root, room, '.test.ts'))
    .filter((file) => file !== WAITS)
    .sort((a, b) => isLong(b) - isLong(a));
  const waiting = unitTests(root, [WAITS]);
  const counts = [await unitTests(root, files), await runSuite(root), await waiting];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function unitTests(root: string, files: string[]): Promise<Count> {
  const count = { passed: 0, failed: 0 };
  const compiled = files.map((file) => join(root, 'dist', file.replace(/\.ts$/, '.js')));
  for await (const event of run({ files: compiled, concurrency: AT_ONCE * availableParallelism() })) {
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
async function runSuite(root: string): Promise<Count> {
  const json = join(root, 'reports/out/test/run.json');
  const args = ['bin/mailspec.js', 'run', '--out', 'reports/out/test', '--json', json];
  await once(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }), 'close');
  const { totals } = JSON.parse(readFileSync(json, 'utf8')) as { totals: Record<string, number> };
  const all = Object.values(totals).reduce((sum, n) => sum + n, 0);
  const passed = totals.pass ?? 0;
  return { passed, failed: all === 0 ? 1 : all - passed };
}

void main();
