/** What a soak has found, as a file: the steps play again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../support/soak/finding';
import type { Step } from '../../support/soak/step';
import { UsageError } from '../../support/targets/usage-error';
import { makeFolder } from '../run/folder';
import { packageVersion } from '../version';

export interface Kept {
  target: string;
  seed: number;
  sessions: number;
  finding: Pick<Finding, 'kind' | 'requirement' | 'says' | 'detail'>;
  steps: Step[];
  dialogue: string[];
}

const NAME = 'soak.json';
const VERSION = 1;

/** @returns the path of the file */
export function keep(folder: string, { finding, ...kept }: Kept): string {
  makeFolder(folder);
  const { kind, requirement, says, detail } = finding;
  const path = join(folder, NAME);
  const whole = {
    schemaVersion: VERSION,
    version: packageVersion(),
    ...kept,
    finding: { kind, requirement, says, detail },
  };
  writeFileSync(path, `${JSON.stringify(whole, null, 2)}\n`);
  return path;
}

/** @throws UsageError where there is no such file, or something else in it */
export function readKept(path: string): Kept {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError('no-replay', `${path} cannot be read; a soak that has found something writes one`);
  }
  try {
    const kept = JSON.parse(text) as Kept & { schemaVersion: number };
    const whole = kept.schemaVersion === VERSION && Array.isArray(kept.steps) && kept.finding !== undefined;
    if (whole && Number.isInteger(kept.sessions) && kept.steps.every((step) => typeof step.do === 'string'))
      return kept;
  } catch {
    // Said below.
  }
  throw new UsageError('no-replay', `${path} is none of what a soak writes`);
}
