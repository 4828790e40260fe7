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
  const means = [...files].map(([uri, times]): [string, number] => [
    uri,
    Math.round(times.reduce((sum, time) => sum + time, 0) / times.length),
  ]);
  const long = means.filter(([, mean]) => mean >= LONG).sort(([a], [b]) => (a < b ? -1 : 1));
  const others = means.filter(([, mean]) => mean < LONG).map(([, mean]) => mean);
  const usual = others.reduce((sum, mean) => sum + mean, 0) / others.length;
  writeFileSync(
    join(packageRoot(), 'support/run/costs.json'),
    `${JSON.stringify(Object.fromEntries(long), null, 2)}\n`,
  );
  console.log(`${long.length} files take long; a scenario of the others takes ${usual.toFixed(0)} ms`);
}

main(process.argv.slice(2));
