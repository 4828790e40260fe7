/** The command `init`. */
import { Command } from 'commander';

const EXAMPLES = `
Example:
  mailspec init --write my.yaml`;

/** @param act what asks and writes */
export function initCommand(act: (options: { write: string }) => Promise<void>): Command {
  return new Command('init')
    .description('ask a few questions and write a target file')
    .option('--write <file>', 'the file to write', 'target.yaml')
    .addHelpText('after', EXAMPLES)
    .action(act);
}
