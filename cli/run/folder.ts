/** Folders for what is written. */
import { mkdirSync } from 'node:fs';
import { UsageError } from '../../support/targets/usage-error';

const REASONS: Record<string, string> = {
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way',
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
    throw new UsageError('no-folder', `${path} cannot be made a folder: ${why}; name another`);
  }
}
