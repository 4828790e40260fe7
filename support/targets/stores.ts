/** Whether the mail stores of a target file are there: a wrong folder looks like a server that delivers nothing. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TargetSettings } from './settings';
import { UsageError } from './usage-error';

/** Looks for what lies before the account's own part. @throws UsageError `target-file-invalid` */
export function checkStores({ maildir, mbox }: Pick<TargetSettings, 'maildir' | 'mbox'>): void {
  for (const [key, template] of Object.entries({ maildir, mbox })) {
    if (template === undefined) continue;
    const folder = fixedFolder(template);
    if (!existsSync(folder)) {
      throw new UsageError(
        'target-file-invalid',
        `${key}: there is no folder ${folder}; relative paths begin at the file`,
      );
    }
  }
}

function fixedFolder(template: string): string {
  return dirname(`${template.split('{', 1)[0]}x`);
}
