/** The command `init`. */
import { Command } from 'commander';
import type { InitOptions } from '../init/init';
import { describesTarget, sorted } from './spoken-options';

const EXAMPLES = `
Examples:
  mailspec init --write my.yaml                    asks for what is not said
  mailspec init smtp://127.0.0.1:2525 pop3://127.0.0.1:2110 --account a@x.test:env:A_PASSWORD --account b@x.test:pw --disposable

It looks which ports are open and what the services offer, and ends by trying each service, each account and one message:
with 3 where something is to be mended before a run.`;

/** @param act what asks and writes */
export function initCommand(act: (options: InitOptions) => Promise<void>): Command {
  return describesTarget(new Command('init'))
    .description('describe a server of yours in a target file, and try it')
    .argument('[service...]', 'services of the server: smtp://127.0.0.1:2525')
    .option('--sender <address>', 'an address elsewhere whose mail it takes')
    .option('--launch <command>', 'what starts it, so that the suite may restart it')
    .option('--allow-remote', 'allow a target that is not on this machine')
    .option('--write <file>', 'the file to write', 'target.yaml')
    .addHelpText('after', EXAMPLES)
    .action((what: string[], options) => act({ ...options, ...sorted(what) }));
}
