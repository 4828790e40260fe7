#!/usr/bin/env node
'use strict';
// Runs the compiled command when it is complete and newer than the sources, else the sources themselves.
const { existsSync, readdirSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

const ROOMS = ['steps', 'support', 'cli', 'reports', 'reference-server', 'defects'];
const root = dirname(__dirname);

/** When the last complete build began; files that did not change keep their old times in it. */
const built = mtime(join(root, 'dist/.built'));

function mtime(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether each source has a compiled file that is not older. Tests are not needed to run. */
function isCurrent(folder) {
  if (!existsSync(join(root, folder))) return true;
  return readdirSync(join(root, folder), { withFileTypes: true }).every((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isCurrent(path);
    if (!entry.name.endsWith('.ts') || /\.(d|test)\.ts$/.test(entry.name)) return true;
    const compiled = mtime(join(root, 'dist', path.replace(/\.ts$/, '.js')));
    return compiled > 0 && Math.max(compiled, built) >= mtime(join(root, path));
  });
}

function registerTypeScript() {
  try {
    require('ts-node').register({ transpileOnly: true, cwd: root, project: join(root, 'tsconfig.json') });
    return true;
  } catch {
    return false;
  }
}

// Node 22 keeps compiled code between runs when asked; Node 20 cannot.
require('node:module').enableCompileCache?.();
const compiled = join(root, 'dist/cli/main.js');
const source = join(root, 'cli/main.ts');

if (existsSync(compiled) && (!existsSync(source) || ROOMS.every(isCurrent))) require(compiled);
else if (existsSync(source) && registerTypeScript()) {
  // After a `git pull`, say: nothing shows for ten seconds and more, and nobody would know why. Tests look at what else is said.
  if (process.env.NODE_TEST_CONTEXT === undefined)
    console.error(
      'mailspec: dist/ is not of these sources, which start slowly; `npm run build` makes it start at once',
    );
  require(source);
} else {
  console.error('mailspec is not compiled: run `npm ci` (or `npm run build`) in its folder.');
  process.exitCode = 64;
}
