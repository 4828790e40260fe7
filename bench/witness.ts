/** What the witness costs: its part of the processor time of whole runs, the processes of each added up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../support/package-root';
import { median } from './contest';
import type { Metered } from './servers/witness-meter';

const ROUNDS = 3;
const TOPICS = ['smtp', 'pop3', 'imap'];

export async function benchWitness(): Promise<string> {
  const shares = new Map(TOPICS.map((topic) => [topic, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const topic of TOPICS) shares.get(topic)!.push(await shareIn(topic));
  }
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    'The witness: its part of the processor time of mailspec run --only, with every report and the bundled server',
    ...[...shares].map(
      ([topic, seen]) =>
        `  ${topic.padEnd(6)}${percent(median(seen))} (${percent(Math.min(...seen))} to ${percent(Math.max(...seen))})`,
    ),
  ].join('\n');
}

async function shareIn(topic: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const meters = join(folder, 'meters');
  mkdirSync(meters);
  try {
    const child = spawn(
      process.execPath,
      [join(packageRoot(), 'bin/mailspec.js'), 'run', '--only', topic, '--out', join(folder, 'out')],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_OPTIONS: `--require ${require.resolve('./servers/witness-meter')}`,
          WITNESS_METER: meters,
        },
      },
    );
    await once(child, 'exit');
    const metered = readdirSync(meters).map((file) => JSON.parse(readFileSync(join(meters, file), 'utf8')) as Metered);
    const sum = (part: keyof Metered) => metered.reduce((all, one) => all + one[part], 0);
    return sum('witness') / sum('process');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) void benchWitness().then(console.log);
