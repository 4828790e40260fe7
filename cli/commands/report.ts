/** The command `report`. */
import { Command } from 'commander';
import type { ReportOptions } from '../report/report-runs';

const EXAMPLES = `
Examples:
  mailspec report shard-1 shard-2 shard-3           makes one report of the parts of a run; one that is lost is an error
  mailspec report before after                      sets two runs of one target side by side
  mailspec report postfix-out dovecot-out           sets two targets side by side
  mailspec report reports/out --allure              makes an Allure report of the last run, keeping its history
  mailspec report                                   coverage of the requirements by the specification

Ends as \`mailspec run\` does.`;

/** @param act what writes the reports */
export function reportCommand(act: (folders: string[], options: ReportOptions) => void): Command {
  return new Command('report')
    .description('merge runs and shards; coverage of the requirements; several targets side by side')
    .argument('[dirs...]', 'folders that `mailspec run --out` wrote, or their JSON files')
    .option('--out <dir>', 'the folder for reports', 'reports/out/merged')
    .option('--baseline <file>', 'known failures: only what is not listed there is red')
    .option('--show-known', 'list at the end what the baseline bears, with its whys')
    .option('--json <file>', 'write the merged run as JSON to this file too')
    .option('--junit <file>', "write JUnit's XML to this file too")
    .option(
      '--allure',
      'write results for Allure, and its report where allure (3), or allure-commandline and Java, are installed',
    )
    .option('--history <dir>', 'an earlier Allure report whose history goes on (default: the one that is replaced)')
    .addHelpText('after', EXAMPLES)
    .action(act);
}
