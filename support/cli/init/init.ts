/** `mailspec init`: asks on the terminal and writes a target file. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { UsageError } from '../../target/usage-error';
import { writeTargetFile } from '../write-target';
import { describeTarget } from './questions';

/** @throws UsageError when the file is there already: nothing is written over */
export async function init(path: string): Promise<void> {
  if (existsSync(path)) throw new UsageError('file-exists', `${path} is there already; name another with --write`);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new UsageError('no-answer', 'the answers ended too early; nothing is written')));
  });
  ended.catch(() => {});
  try {
    const ask = async (question: string, proposal: string) =>
      (await Promise.race([lines.question(`${question} [${proposal}] `), ended])).trim() || proposal;
    writeTargetFile(path, await describeTarget(ask));
  } finally {
    lines.close();
  }
  process.stdout.write(
    `wrote ${path}: try \`mailspec probe --target ${path}\`, then \`mailspec run --target ${path}\`\n`,
  );
}
