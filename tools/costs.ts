/** `npm run costs`: writes down which feature files take much longer than most, from the last `mailspec run` of everything with the bundled server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../support/package-root';

/** Below so many milliseconds a scenario, a file takes as long as most. */
const LONG = 100;

function main([run = 'reports/out/run.json']: string[]): void {
  const { scenarios } = JSON.parse(readFileSync(run, 'utf8')) as { scenarios: { uri: string; durationMs: number }[] };
  const files = new Map<string, number[]>();
  for (const { uri, durationMs } of scenarios) files.set(uri, [...(files.get(uri) ?? []), durationMs]);
  const means = [...files].map(([uri, times]): [string, number] => [uri, Math.round(mean(times))]);
  const long = means.filter(([, time]) => time >= LONG).sort(([a], [b]) => (a < b ? -1 : 1));
  const usual = mean(means.map(([, time]) => time).filter((time) => time < LONG));
  writeFileSync(
    join(packageRoot(), 'support/run/costs.json'),
    `${JSON.stringify(Object.fromEntries(long), null, 2)}\n`,
  );
  console.log(`${long.length} files take long; a scenario of the others takes ${usual.toFixed(0)} ms`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

main(process.argv.slice(2));
