/** Writes a target file. */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { WrittenTarget } from '../support/targets/document';
import { makePlaceFor } from './run/folder';

/** The file's text, with a heading that says what it is for. */
export function formatTargetFile(target: WrittenTarget): string {
  const heading = '# A target file of mailspec: mailspec run --target THIS-FILE\n';
  return heading + stringify(withoutHoles(target), { lineWidth: 0 });
}

/** With the folders that it lies in. @throws UsageError where something is in the way */
export function writeTargetFile(path: string, target: WrittenTarget): void {
  makePlaceFor(path);
  writeFileSync(path, formatTargetFile(target), { mode: 0o600 });
}

function withoutHoles(target: WrittenTarget): unknown {
  return JSON.parse(JSON.stringify(target));
}
