/** The command `soak`: its options. */
import { Command } from 'commander';
import { count, repeated, wholeNumber } from '../arguments';
import type { SoakOptions } from '../soak/soak';
import { sorted, takesSpokenTarget } from './spoken-options';

const EXAMPLES = `
Examples:
  mailspec soak --seconds 60                        the bundled server, for a minute
  mailspec soak --target my.yaml --sessions 8       a server of yours that a file describes
  mailspec soak --preset dovecot --seed 7 --steps 500
  mailspec soak --replay reports/out/soak.json      plays again what was found there
  mailspec soak --defect imap-move-leaves-source    the bundled server with a mistake

Several sessions do what clients do, at random and at once; after every step what each was told and what is there are held
against what was done. The first disagreement is made shorter, shown as a dialogue, and kept. The accounts of the target are
EMPTIED (disposable: true, or --wipe).

Ends with 0 when nothing disagreed; 1 when something did; 3 when the target was out of reach; 64 for wrong usage; 130 after
Ctrl-C.`;

/** @param act what plays; returns when it is over */
export function soakCommand(act: (options: SoakOptions) => Promise<void>): Command {
  return takesSpokenTarget(new Command('soak'))
    .description('random sessions against a mail server, each step held against a model of what must be there')
    .argument('[service...]', 'services of yours (imap://127.0.0.1:2143)')
    .option('--target <file>', 'the target file of the server (without it: the bundled server)')
    .option('--preset <name>', 'a server that is set up for the purpose: dovecot, cyrus, …')
    .option('--install', 'install the packages of the preset where they are missing')
    .option('--profile <name>', 'the profile that the server runs in')
    .option('--defect <name>', 'a named mistake that the bundled server makes (repeatable)', repeated, [])
    .option('--seconds <n>', 'how long (default: 60, where --steps is not given)', count)
    .option('--steps <n>', 'how many steps, however long they take', count)
    .option('--sessions <n>', 'how many sessions there are at once', count, 4)
    .option('--seed <n>', 'the seed of everything drawn by lot (default: random, and printed)', wholeNumber)
    .option('--replay <file>', 'play the steps that a soak has kept there, and no others')
    .option('--bear <kind>', 'a kind of finding that is known: noted, and does not end it (repeatable)', repeated, [])
    .option('--strict', 'a disagreement with a SHOULD ends it too, and fails')
    .option('--out <dir>', 'the folder for what was found', 'reports/out')
    .option('--wipe', 'allow the mailboxes of the target file to be emptied although it is not `disposable`')
    .option('--allow-remote', 'allow a target that is not on this machine')
    .addHelpText('after', EXAMPLES)
    .action((what: string[], options) => act({ ...options, ...sorted(what) }));
}
