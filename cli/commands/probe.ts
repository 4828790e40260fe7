/** The command `probe`. */
import { Command } from 'commander';
import type { ProbeOptions } from '../probe';
import { sorted, takesSpokenTarget } from './spoken-options';

const EXAMPLES = `
Examples:
  mailspec probe --target my.yaml
  mailspec probe smtp://127.0.0.1:2525 pop3://127.0.0.1:2110 --account a@x.test:pw --account b@x.test:pw
  mailspec probe                                    the bundled server

It sends wrong commands to see how many a connection survives, and no message. It tries no wrong password: that may lock
accounts. Ends with 3, and says what to mend, where a service does not answer or an account is not let in.`;

/** @param act what probes and prints */
export function probeCommand(act: (options: ProbeOptions) => Promise<void>): Command {
  return takesSpokenTarget(new Command('probe'))
    .description('what a target offers, its habits, and which scenarios would run')
    .argument('[service...]', 'services of the server: smtp://127.0.0.1:2525')
    .option('--target <file>', 'the target file of the server (without it: the bundled server)')
    .option('--preset <name>', 'a server that is set up for the purpose: postfix, dovecot, …')
    .option('--install', 'install the packages of the preset where they are missing')
    .option('--profile <name>', 'the profile that the server runs in')
    .option('--allow-remote', 'allow a target that is not on this machine')
    .addHelpText('after', EXAMPLES)
    .action((what: string[], options) => act({ ...options, ...sorted(what) }));
}
