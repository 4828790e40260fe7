/** The command `diff`. */
import { Command } from 'commander';

const EXAMPLES = `
Example:
  mailspec diff before after                       folders that \`mailspec run --out\` wrote, or their JSON files

Ends with 1 when something went wrong in the second run that held in the first, else with 0.`;

/** @param act what prints the difference; returns nothing */
export function diffCommand(act: (before: string, after: string) => void): Command {
  return new Command('diff')
    .description('what has changed from one run to another: mended, newly visible, new')
    .argument('<before>', 'the folder or JSON file of a run')
    .argument('<after>', 'those of a later one')
    .addHelpText('after', EXAMPLES)
    .action((before: string, after: string) => act(before, after));
}
