/** Finds and reads the runs that `mailspec report` is given. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../reports/formats/json';
import type { Run } from '../../reports/run';
import { UsageError } from '../../support/targets/usage-error';

/**
 * @param paths folders that a run wrote (`--out`), or its JSON files
 * @throws UsageError when there is no run in one of them; InputError when it cannot be read as one
 */
export function readRuns(paths: readonly string[]): Run[] {
  return paths.map((path) => {
    const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const file = folder ? join(path, 'run.json') : path;
    if (statSync(file, { throwIfNoEntry: false }) === undefined) {
      throw new UsageError('no-run', `there is no run in ${path}: name a folder that \`mailspec run --out\` wrote`);
    }
    return parseJson(readFileSync(file, 'utf8'), file);
  });
}
