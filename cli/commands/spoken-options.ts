/** The options by which a target is described in words of the command line. */
import type { Command } from 'commander';
import { isServiceUrl } from '../../support/targets/spoken';
import { repeated } from '../arguments';

export function takesSpokenTarget(command: Command): Command {
  return describesTarget(command).option(
    '--write-target <file>',
    'keep the description there, instead of beside the reports',
  );
}

export function describesTarget(command: Command): Command {
  return command
    .option(
      '--account <address:password>',
      'a mailbox for the suite (twice; env:NAME for a password there)',
      repeated,
      [],
    )
    .option('--disposable', 'these mailboxes may be emptied')
    .option('--unknown <address>', 'an address of the server that has no mailbox')
    .option('--ca <file>', 'the authority (PEM) that the server has its certificate from');
}

/** Services from everything else. */
export function sorted(what: readonly string[]): { urls: string[]; words: string[] } {
  return { urls: what.filter(isServiceUrl), words: what.filter((word) => !isServiceUrl(word)) };
}
