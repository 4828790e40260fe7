/** The command `grade`: its options. */
import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { LANGUAGES } from '../../reports/grade/rubric';
import { count, list, wholeNumber } from '../arguments';
import type { GradeOptions } from '../grade/options';

const EXAMPLES = `
Examples:
  mailspec grade courses/mail/rubric.yaml --server 'python3 server.py'
  mailspec grade rubric.yaml --server './run.sh {port.smtp} {port.pop3}' --stage smtp-2
  mailspec grade rubric.yaml --batch submissions --out marks        a class; the same command goes on after an interruption

The server is told its ports in {port.smtp}, or in MAIL_SMTP_PORT, MAIL_POP3_PORT, …; who has a mailbox in the file
{accounts}, or MAIL_ACCOUNTS (a line for each: address, space, password); where it may keep mail in {data}, or MAIL_DATA;
its domain in {domain}, or MAIL_DOMAIN.

Ends with 0 whatever the mark; 3 when suite or machine broke and there is no mark; 64 for wrong usage; 130 after Ctrl-C.`;

/** @param act what grades */
export function gradeCommand(act: (rubric: string, options: GradeOptions) => Promise<void>): Command {
  return new Command('grade')
    .description("grade students' mail servers by a rubric")
    .argument('<rubric>', 'what is asked, and what it is worth: courses/mail/rubric.yaml')
    .option('--server <command>', 'starts the server, in the folder of the submission')
    .option('--submission <dir>', 'the folder of the submission', '.')
    .option('--batch <dir>', 'a folder with a folder for each submission of a class')
    .option(
      '--jobs <n>',
      'so many submissions of a class at once (default: one for each processor)',
      count,
      availableParallelism(),
    )
    .option('--stage <ids>', 'only these stages, whatever they build on: smtp-1,smtp-2', list, [])
    .option('--out <dir>', 'the folder for what is made of the grade', 'reports/out/grade')
    .option('--seed <n>', 'draws other accounts and passwords for the server to know (default: 1)', wholeNumber)
    .addOption(new Option('--language <code>', 'of what a student reads').choices([...LANGUAGES]).default('en'))
    .option('--verbose', 'show what the server writes')
    .option('--list', 'list the stages with their points, requirements and scenarios, and grade nothing')
    .option('--update', 'write into the rubric how many scenarios each stage selects, and grade nothing')
    .addHelpText('after', EXAMPLES)
    .action((rubric: string, options) => act(rubric, options));
}
