/** The command `run`: its options. */
import { Command } from 'commander';
import { count, factor, list, orNone, repeated, wholeNumber } from '../arguments';
import type { RunOptions } from '../run/options';
import { sorted, takesSpokenTarget } from './spoken-options';

const EXAMPLES = `
Examples:
  mailspec run                                      the bundled server, everything
  mailspec run smtp/order 'RFC 5321 §4.1' --list    what is asked there; also R5321-3.3-8, and ids of scenarios
  mailspec run smtp://127.0.0.1:2525 pop3://127.0.0.1:2110 --account a@x.test:pw --account b@x.test:pw --disposable
                                                    a server of yours, whose two mailboxes the suite may empty
  mailspec run --target my.yaml smtp pop3           a server of yours that a file describes, two folders
  mailspec run --target my.yaml --baseline known.json --update-baseline

Ends with 0 when nothing new is wrong; 1 when something failed or was blocked that the baseline does not list; 2 when
something in the baseline passes now; 3 when the target was out of reach, the suite broke or nothing was selected;
64 for wrong usage; 130 after Ctrl-C, 143 after SIGTERM.`;

/** @param act what plays the run; returns the exit code */
export function runCommand(act: (options: RunOptions) => Promise<void>): Command {
  return takesSpokenTarget(new Command('run'))
    .description('play the scenarios against a mail server and report the verdicts')
    .argument(
      '[what...]',
      'services of yours (smtp://127.0.0.1:2525), and what to play: topics, RFC sections, requirements, ids',
    )
    .option('--target <file>', 'the target file of the server to test (without it: the bundled server)')
    .option('--preset <name>', 'a server that is set up for the run: postfix, dovecot, …')
    .option('--install', 'install the packages of the preset where they are missing')
    .option('--profile <name>', 'the profile that the server runs in')
    .option('--defect <name>', 'a named mistake that the bundled server makes (repeatable)', repeated, [])
    .option('--exclude <what>', 'leave out these topics, sections, requirements or ids (repeatable)', repeated, [])
    .option(
      '--only <topics>',
      'only these folders or topics: smtp,pop3 or smtp/order; witness: what is judged over the whole run',
      list,
      [],
    )
    .option('--tags <expression>', 'only what the tag expression selects: "@MUST and not @spends-logins"')
    .option(
      '--rfc <sections>',
      'only what covers this RFC, or this section and those below: 5321 or 5321:4.1',
      list,
      [],
    )
    .option('--id <id>', 'only the scenario with this id (repeatable)', repeated, [])
    .option('--safe', 'leave out floods, bombs and guessed passwords: what a server in use could suffer from')
    .option('--no-safe', 'play them on a server elsewhere too, where they are left out unless this is said')
    .option(
      '--no-preflight',
      'play also where a service does not answer, a login is refused or no message comes through',
    )
    .option('--list', 'list what is selected (id, level, requirements, title) and play nothing')
    .option('-v, --verbose', 'tell each scenario with its transcript while it is played')
    .option('-q, --quiet', 'tell only how it ended')
    .option('--color', 'colours, also where the output is no terminal (as FORCE_COLOR)')
    .option('--no-color', 'no colours (as NO_COLOR)')
    .option('--fail-fast [n]', 'end after so many fails that the baseline does not list (default: 1)', orNone(count))
    .option(
      '--rerun-failed',
      'play what failed or was not played in the last run in --out, and bring its report up to date',
    )
    .option('--repeat <n>', 'play all of it so many times, and list what comes and goes', count)
    .option('--timeout-factor <x>', 'wait so many times as long for replies and deliveries, on a slow machine', factor)
    .option(
      '--timers',
      'wait the minutes that a server must bear silence, too: two hours in one process; --tags @needs-timers plays these alone',
    )
    .option('--strict', 'a mismatch with a SHOULD fails')
    .option(
      '--shards <n>',
      'play in n processes at once (default: one for each processor, one more for the bundled server)',
      count,
    )
    .option('--shard <i/n>', 'play the i-th of n parts, for n machines; merge with `mailspec report`')
    .option('--baseline <file>', 'known failures: only what is not listed there is red')
    .option('--update-baseline', 'write what fails now into the baseline, keeping its whys (--why: of what is new)')
    .option('--why <reason>', 'with --update-baseline: why what is new in it is borne; without a reason it stays red')
    .option('--show-known', 'list at the end what the baseline bears, with its whys')
    .option('--json <file>', 'write the run as JSON to this file too (-: to the standard output)')
    .option('--junit <file>', "write JUnit's XML to this file too")
    .option('--out <dir>', 'the folder for reports', 'reports/out')
    .option('--seed <n>', 'the seed of everything drawn by lot (default: random, and printed)', wholeNumber)
    .option(
      '--random [seed]',
      'play in a random order (default: any, and printed): verdicts must not differ',
      orNone(wholeNumber),
    )
    .option('--wipe', 'allow the mailboxes of the target file to be emptied although it is not `disposable`')
    .option('--allow-remote', 'allow a target that is not on this machine (with --safe): the suite sends hostile input')
    .addHelpText('after', EXAMPLES)
    .action((what: string[], { failFast, ...options }) =>
      act({ ...options, failFast: failFast === true ? 1 : failFast, ...sorted(what) }),
    );
}
