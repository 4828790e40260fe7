/** The command `explain`. */
import { Command } from 'commander';

const EXAMPLES = `
Examples:
  mailspec explain R5321-3.3-8
  mailspec explain smtp/order#rcpt-greeted-is-a-bad-sequence-of-commands
  mailspec explain smtp/order                       lists what begins so`;

/** @param act what prints the explanation */
export function explainCommand(act: (id: string, options: { out: string }) => void): Command {
  return new Command('explain')
    .description('explain a requirement or a scenario: the rule, a right dialogue, the usual mistake, the last verdict')
    .argument('<id>', 'of a requirement or of a scenario')
    .option('--out <dir>', 'the reports of the run whose verdict is told', 'reports/out')
    .addHelpText('after', EXAMPLES)
    .action(act);
}
