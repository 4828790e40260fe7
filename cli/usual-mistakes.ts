/** Which named mistakes turn scenarios red: what people usually get wrong about a requirement. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { packageRoot } from '../support/package-root';
import { allMistakes } from '../support/targets/embedded';

export interface UsualMistake {
  name: string;
  mistake: string;
  /** A CVE, the address of a report, or `common mistake`. */
  reference: string;
}

/** So many are told. */
const MOST = 3;

/** First those that turn most of these scenarios red and fewest others: they are about just this. */
export function usualMistakes(scenarios: readonly string[]): UsualMistake[] {
  const wanted = new Set(scenarios);
  const folder = join(packageRoot(), 'defects');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.proof.yaml'),
  );
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  // Reading YAML takes longer than looking whether it is worth it.
  const proofs = texts
    .filter((text) => scenarios.some((id) => text.includes(`- ${id}\n`)))
    .flatMap((text) => Object.entries(load(text) as Record<string, string[]>))
    .map(([name, red]) => ({ name, red: red.length, hits: red.filter((id) => wanted.has(id)).length }))
    .filter(({ hits }) => hits > 0)
    .map(({ name, red, hits }) => ({ name, share: hits / (red + wanted.size - hits) }))
    .sort((a, b) => b.share - a.share);
  const known = new Map(allMistakes().map((mistake) => [mistake.name, mistake]));
  return proofs.flatMap(({ name }) => known.get(name) ?? []).slice(0, MOST);
}
