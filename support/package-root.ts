/** Where the package stands, whether this file runs from its source or from dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json and features/. */
export function packageRoot(): string {
  const above = dirname(__dirname);
  return existsSync(join(above, 'package.json')) ? above : dirname(above);
}

/** `.ts` when the sources run, `.js` when dist/ does. */
export function codeExtension(): '.ts' | '.js' {
  return __filename.endsWith('.ts') ? '.ts' : '.js';
}

/** The folder below which support/, steps/ and reports/ stand as they run: the package's root or its dist/. */
export function codeRoot(): string {
  return dirname(__dirname);
}
