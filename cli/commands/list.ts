/** The command `list`. */
import { Argument, Command } from 'commander';
import { KINDS, type Kind } from '../kinds';

const EXAMPLES = `
Examples:
  mailspec list topics
  mailspec list requirements | grep R5321-4.2
  mailspec list mistakes | grep dots               for \`mailspec run --defect\`

Scenarios are listed by \`mailspec run --list\`, with whatever selects them.`;

/** @param act what prints the list */
export function listCommand(act: (kind: Kind) => void): Command {
  return new Command('list')
    .description('what can be named: topics, requirements, mistakes, presets, profiles')
    .addArgument(new Argument('<kind>', 'of what').choices(KINDS))
    .addHelpText('after', EXAMPLES)
    .action(act);
}
