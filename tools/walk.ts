/**
 * `node tools/walk.js PAGE…`, in a folder where mailspec is installed: does what a page tells its reader to do, from top to bottom, and
 * sees what it says will be seen. Ends with one line `N passed, N failed`.
 */
import { playAll } from './others';
import { walkthroughOf } from './walk/page';
import { walk } from './walk/walk';

const pages = process.argv.splice(2);

void playAll(
  pages.map((path) => ({ name: path.split('/').at(-1)!, path })),
  async ({ path }) => await walk(walkthroughOf(path)),
);
