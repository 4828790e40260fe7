/** Places for what is written. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../../support/targets/usage-error';

const REASONS: Record<string, string> = {
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way',
  ENOENT: 'there is no such place',
  EACCES: 'it may not be written there',
  EROFS: 'it may not be written there',
};

/** Makes it, with those that it lies in. @throws UsageError `no-folder` for what the user can mend */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const why = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    throw new UsageError('no-folder', `${path || 'an empty name'} cannot be made a folder: ${why}; name another`);
  }
}

/**
 * Makes the folders that a file will lie in: asked before a run, so that nothing is played whose report has no place.
 * @throws UsageError `no-folder`, and `no-file` where a folder is in the way
 */
export function makePlaceFor(path: string): void {
  makeFolder(dirname(path));
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('no-file', `${path} is a folder, and a file is to be written; name another`);
}
