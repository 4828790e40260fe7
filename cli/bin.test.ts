/** bin/mailspec.js: what is run, the compiled command or the sources. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../support/package-root';

const root = mkdtempSync(join(tmpdir(), 'mailspec-bin-'));
after(() => rmSync(root, { recursive: true }));

test('sources that are newer than dist/ are run, and a line says how it starts at once', () => {
  for (const name of ['bin', 'tsconfig.json']) cpSync(join(packageRoot(), name), join(root, name), { recursive: true });
  symlinkSync(join(packageRoot(), 'node_modules'), join(root, 'node_modules'));
  for (const folder of ['cli', 'dist/cli']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'cli/main.ts'), `const said: string = 'sources';\nconsole.log(said);\n`);
  writeFileSync(join(root, 'dist/cli/main.js'), `console.log('compiled');\n`);
  const changed = (seconds: number) => utimesSync(join(root, 'cli/main.ts'), seconds, seconds);
  const now = Date.now() / 1000;
  changed(now - 60);
  assert.deepEqual(run(), { stdout: 'compiled\n', stderr: '' });
  changed(now + 60);
  const { stdout, stderr } = run();
  assert.equal(stdout, 'sources\n', stderr);
  assert.match(stderr, /^mailspec: dist\/ is not of these sources, .*`npm run build` makes it start at once\n$/);
});

/** As from a shell, and not from a test, to which the line is not said. */
function run() {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/mailspec.js')], { env, encoding: 'utf8' });
  return { stdout, stderr };
}
