/** maddy as Go's own tools make it. `go install` refuses modules with forks of others in them; its source builds where it stands. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireKept } from '../cache';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
import { requireTool } from '../tool';

export const VERSION = '0.8.1';
const MODULE = `github.com/foxcpp/maddy@v${VERSION}`;

/** The program. @throws TargetError `not-installed`, `preset-failed` */
export async function requireMaddy(options: PresetOptions): Promise<string> {
  const kept = { preset: 'maddy', folder: `maddy-${VERSION}`, what: `maddy ${VERSION}, built from its Go module` };
  const folder = await requireKept(kept, options, async (draft) => {
    await requireTool('maddy', ['go', 'version'], 'Go');
    await requireTool('maddy', ['cc', '--version'], 'a C compiler, for its SQLite');
    const { Dir } = JSON.parse(await runProgram('go', ['mod', 'download', '-json', MODULE])) as { Dir: string };
    const source = join(draft, 'source');
    await runProgram('cp', ['-r', Dir, source]);
    // Go's module cache is read-only.
    await runProgram('chmod', ['-R', 'u+w', source]);
    // The folder is a draft's: it must not be in the program.
    await runProgram('go', ['build', '-trimpath', '-o', join(draft, 'maddy'), './cmd/maddy'], { directory: source });
    rmSync(source, { recursive: true });
  });
  return join(folder, 'maddy');
}
