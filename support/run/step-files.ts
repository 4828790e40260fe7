/** Which files hold the step definitions. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeExtension, codeRoot } from '../package-root';

/** The files below steps/, without declarations and tests, sorted. */
export function stepFiles(): string[] {
  const extension = codeExtension();
  return readdirSync(join(codeRoot(), 'steps'), { withFileTypes: true, recursive: true })
    .filter(({ name }) => name.endsWith(extension) && !name.endsWith('.d.ts') && !name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
