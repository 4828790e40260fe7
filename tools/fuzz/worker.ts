/** Runs one subject in a process of its own, which can be ended when it hangs. */
import { readFileSync } from 'node:fs';
import { type Found, readOnce, runSubject } from './run-subject';
import { subjectNamed } from './subjects';
import { Watch } from './watch';

export interface Task {
  subject: string;
  inputs: number;
  seed: number;
  /** Only what this file holds, instead of what the seed makes. */
  file?: string;
}

async function main({ subject, inputs, seed, file }: Task, watched: string): Promise<Found | undefined> {
  const watch = new Watch(watched);
  if (file === undefined) return runSubject(subjectNamed(subject), inputs, seed, watch);
  const input = readFileSync(file);
  watch.begin(input);
  await readOnce(subjectNamed(subject), input);
  return undefined;
}

const [task = '', watched = ''] = process.argv.slice(2);
void main(JSON.parse(task), watched).then((found) => {
  process.send!(found ?? null, () => process.exit());
});
