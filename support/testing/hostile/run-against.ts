/** Plays a few scenarios against a server as a user would: with the command and a target file. */
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../package-root';

export interface PlayedScenario {
  id: string;
  verdict: string;
  reason?: string;
  detail?: string;
  /** The requirement whose scenario judges what stood in the way. */
  blockedBy?: string;
  durationMs: number;
  transcript?: string;
}

export interface RunResult {
  exitCode: number | null;
  /** What it wrote, both streams. */
  output: string;
  scenarios: PlayedScenario[];
}

export interface RunSettings {
  port: number;
  /** How the service is written in the target file. */
  service?: string;
  only?: string;
  /** Milliseconds for one reply. */
  reply?: number;
  /** A command that starts the server, as a JSON list. */
  launch?: readonly string[];
}

/** Milliseconds after which a run that does not end is a failed test. */
const PATIENCE = 120_000;

/** Runs to the end. The run must leave a report, in which every selected scenario has one verdict. */
export async function runAgainst(settings: RunSettings): Promise<RunResult> {
  const directory = mkdtempSync(join(tmpdir(), 'mailspec-hostile-'));
  const { only = 'smtp/greeting,smtp/noop' } = settings;
  try {
    writeFileSync(join(directory, 'target.yaml'), targetFile(settings));
    const args = [
      'run',
      '--target',
      'target.yaml',
      '--only',
      only,
      '--out',
      'out',
      '--json',
      'run.json',
      '--no-preflight',
      '--shards',
      '1',
    ];
    const { exitCode, output } = await mailspec(directory, args);
    const run = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8')) as { scenarios: PlayedScenario[] };
    assert.match(readFileSync(join(directory, 'out', 'report.html'), 'utf8'), /<html/);
    assert.deepStrictEqual(run.scenarios.map(({ id }) => id).sort(), await selectedIds(only), output);
    return { exitCode, output, scenarios: run.scenarios };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const selections = new Map<string, Promise<string[]>>();

function selectedIds(only: string): Promise<string[]> {
  const known = selections.get(only) ?? mailspec(packageRoot(), ['run', '--only', only, '--list']).then(idsOf);
  selections.set(only, known);
  return known;
}

function idsOf({ output }: { output: string }): string[] {
  const lines = output.split('\n').filter((line) => line.includes('#'));
  return lines.map((line) => line.split('\t')[0]!).sort();
}

function targetFile({ port, service = `smtp: { port: ${port} }`, reply = 300, launch }: RunSettings): string {
  const launched = launch ? `launch: { command: ${JSON.stringify(launch)}, ready: smtp }\n` : '';
  return `${launched}name: a hostile server
domains: [example.test]
accounts:
  - { address: a@example.test, password: secret-1 }
  - { address: b@example.test, password: secret-2 }
disposable: true
unknown: nobody@example.test
services:
  ${service}
timing: { reply: ${reply}ms, delivery: ${reply}ms }
`;
}

function mailspec(cwd: string, args: string[]): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(packageRoot(), 'bin/mailspec.js'), ...args], {
      cwd,
      timeout: PATIENCE,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
