/** What the suite itself costs: a trivial scenario beside a bare socket script, with and without messages; the whole run with all reports; the way to its first scenario. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../support/package-root';
import { median } from './contest';
import { startScript } from './servers/child';

const ROUNDS = 5;
const WAYS = ['bare', 'play', 'messages'] as const;

export async function benchSuite(): Promise<string> {
  const server = await startScript(require.resolve('./servers/ours'));
  const figures: Record<(typeof WAYS)[number], number[]> = { bare: [], play: [], messages: [] };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const way of WAYS) figures[way].push(await oneProcess(way, server.ports.smtp!));
    }
  } finally {
    await server.stop();
  }
  const ratio = (way: (typeof WAYS)[number]) =>
    median(figures[way].map((figure, n) => figure / figures.bare[n]!)).toFixed(1);
  const show = (numbers: number[]) =>
    `${median(numbers).toFixed(3)} ms (${Math.min(...numbers).toFixed(3)} to ${Math.max(...numbers).toFixed(3)})`;
  const run = await wholeRun();
  const each = run.milliseconds / run.scenarios;
  return [
    'The suite: a trivial scenario (connect, EHLO, one command)',
    `  bare socket script      ${show(figures.bare)}`,
    `  steps, no messages      ${show(figures.play)}, ${ratio('play')} times the bare script (bundled server in the same process)`,
    `  steps and messages      ${show(figures.messages)}, ${ratio('messages')} times`,
    '',
    'The suite: mailspec run --only smtp, with every report',
    `  ${run.scenarios} scenarios, ${each.toFixed(2)} ms each; ${(run.firstScenario / 1000).toFixed(2)} s from the command to the first scenario`,
  ].join('\n');
}

async function oneProcess(way: string, port: number): Promise<number> {
  const child = fork(require.resolve('./servers/suite-child'), [way, `${port}`], { execArgv: process.execArgv });
  const [{ milliseconds }] = (await once(child, 'message')) as [{ milliseconds: number }];
  await once(child, 'exit');
  return milliseconds;
}

async function wholeRun(): Promise<{ scenarios: number; milliseconds: number; firstScenario: number }> {
  const out = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  try {
    const began = Date.now();
    const child = spawn(
      process.execPath,
      [join(packageRoot(), 'bin/mailspec.js'), 'run', '--only', 'smtp', '--out', out],
      { stdio: 'ignore' },
    );
    await once(child, 'exit');
    const ended = Date.now();
    const { scenarios } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
      scenarios: { startedAt: string | null }[];
    };
    const starts = scenarios.flatMap(({ startedAt }) => (startedAt === null ? [] : [Date.parse(startedAt)]));
    return {
      scenarios: scenarios.length,
      milliseconds: ended - began,
      firstScenario: starts.reduce((a, b) => Math.min(a, b)) - began,
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (require.main === module) void benchSuite().then(console.log);
