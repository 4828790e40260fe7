/** `mailspec init`: asks on the terminal and writes a target file. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../../support/targets/usage-error';
import { writeTargetFile } from '../write-target';
import { describeTarget } from './questions';

/** @throws UsageError when the file is there already: nothing is written over */
export async function init(path: string): Promise<void> {
  if (existsSync(path)) throw new UsageError('file-exists', `${path} is there already; name another with --write`);
  const terminal = createInterface({ input: process.stdin });
  // Lines are taken one by one: of a pipe, all may have come before the first question.
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string, proposal: string) => {
    process.stdout.write(`${question} [${proposal}] `);
    const { value, done } = await lines.next();
    if (done) throw new UsageError('no-answer', '\nthe answers ended too early; nothing is written');
    return value.trim() || proposal;
  };
  try {
    writeTargetFile(path, await describeTarget(ask));
  } finally {
    terminal.close();
  }
  process.stdout.write(
    `wrote ${path}: try \`mailspec probe --target ${path}\`, then \`mailspec run --target ${path}\`\n`,
  );
}
