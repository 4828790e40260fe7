/** The command `explain`. */
import { Command } from 'commander';

const EXAMPLES = `
Examples:
  mailspec explain R5321-3.3-8
  mailspec explain smtp/order#rcpt-greeted-is-a-bad-sequence-of-commands
  mailspec explain smtp/order                       lists what begins so`;

/** @param act what prints the explanation */
export function explainCommand(act: (id: string) => void): Command {
  return new Command('explain')
    .description('explain a requirement or a scenario: the rule, how it is tested, how to replay it')
    .argument('<id>', 'of a requirement or of a scenario')
    .addHelpText('after', EXAMPLES)
    .action((id: string) => act(id));
}
