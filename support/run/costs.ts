/** What a scenario takes, as it was measured with the bundled server: so that children that play together end together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';

/** Milliseconds that most scenarios take. */
const USUAL = 25;

let measured: Readonly<Record<string, number>> | undefined;

/**
 * Milliseconds for a scenario of this feature file, waiting included: what takes much longer than most stands in costs.json (`npm run costs`), and
 * what is wrong or missing there costs a run some of its pace and nothing else.
 * @param uri `features/smtp/order.feature`
 */
export function costOf(uri: string): number {
  return table()[uri] ?? USUAL;
}

/** Milliseconds for all of these. */
export function workOf(scenarios: readonly { uri: string }[]): number {
  return scenarios.reduce((sum, { uri }) => sum + costOf(uri), 0);
}

/** The feature files that take much longer than most. */
export function longOnes(): string[] {
  return Object.keys(table());
}

function table(): Readonly<Record<string, number>> {
  measured ??= JSON.parse(readFileSync(join(packageRoot(), 'support/run/costs.json'), 'utf8'));
  return measured!;
}
