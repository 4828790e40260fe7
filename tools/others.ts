/** Plays with programs that nobody here wrote, one after another, and counts. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Other {
  name: string;
  /** What must be installed (Debian's packages are in .ci/debian); absent for what npm brings. A program that is missing counts as failed. */
  programs?: readonly string[];
}

/** Those whose names contain the first argument of the command that is no option, or all. Ends with one line `N passed, N failed`. */
export async function playAll<One extends Other>(all: readonly One[], use: (one: One) => Promise<void>): Promise<void> {
  const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
  let passed = 0;
  let failed = 0;
  for (const one of all.filter(({ name }) => wanted === undefined || name.includes(wanted))) {
    try {
      const missing = one.programs?.filter((program) => !isInstalled(program)) ?? [];
      if (missing.length > 0) throw new Error(`not installed: ${missing.join(', ')}`);
      await use(one);
      console.log(`ok    ${one.name}`);
      passed++;
    } catch (error) {
      console.log(`fails ${one.name}\n${error instanceof Error ? error.message : error}`);
      failed++;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

function isInstalled(program: string): boolean {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
