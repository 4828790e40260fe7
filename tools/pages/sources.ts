/** What the pages join: requirements, the scenarios that cover them, and the code that cites their sections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexRequirements, loadRequirements, type RequirementFile } from '../../reports/verdict/requirements';
import { type Citation, citationsIn } from '../citations';
import { filesBelow } from '../files';
import { type FeatureFile, readFeatures } from '../scenarios';

/** A scenario as it is written: the rows of its examples are one. */
export interface Written {
  path: string;
  line: number;
  name: string;
  /** Of all of its rows. */
  requirements: Set<string>;
}

export interface Cited extends Citation {
  path: string;
}

export interface Sources {
  files: RequirementFile[];
  scenarios: Written[];
  code: Cited[];
}

export function readSources(root: string): Sources {
  const files = loadRequirements(join(root, 'features/requirements'));
  const known = indexRequirements(files);
  const code = filesBelow(root, 'reference-server', '.ts').filter((path) => !path.endsWith('.test.ts'));
  return {
    files,
    scenarios: readFeatures(root).flatMap((feature) => writtenIn(feature, (id) => known.has(id))),
    code: code.flatMap((path) => citationsIn(readFileSync(join(root, path), 'utf8')).map((one) => ({ ...one, path }))),
  };
}

function writtenIn({ path, document, pickles }: FeatureFile, isRequirement: (id: string) => boolean): Written[] {
  const found = new Map<string, Written>();
  for (const child of document.feature?.children ?? []) {
    for (const { scenario } of child.rule?.children ?? [child]) {
      if (scenario === undefined) continue;
      const { name, location } = scenario;
      found.set(scenario.id, { path, line: location.line, name, requirements: new Set() });
    }
  }
  for (const { astNodeIds, tags } of pickles) {
    const written = found.get(astNodeIds[0] ?? '');
    for (const { name } of tags) if (isRequirement(name.slice(1))) written?.requirements.add(name.slice(1));
  }
  return [...found.values()];
}
