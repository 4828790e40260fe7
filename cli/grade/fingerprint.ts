/** What tells whether a grade is still that of this submission: its files, the rubric and its stages, the seed, the command and mailspec itself. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageVersion } from '../version';
import type { Grading } from './grade-one';

/** What tools leave behind is no part of it. */
const NOT_OURS = ['.git', 'node_modules', '__pycache__'];

export function fingerprintOf(folder: string, { rubric, planned, seed }: Grading, command: string): string {
  const stages = planned.map(({ stage }) => stage.id);
  const facts = [packageVersion(), rubric.digest, stages, seed, command];
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const path of filesIn(folder)) hash.update(`\n${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 32);
}

function filesIn(folder: string, below = ''): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(below, entry.name);
    if (NOT_OURS.includes(entry.name)) return [];
    const kind = entry.isSymbolicLink() ? statSync(join(folder, path), { throwIfNoEntry: false }) : entry;
    if (entry.isDirectory()) return filesIn(folder, path);
    return kind?.isFile() ? [path] : [];
  });
}
