/** The command `serve`. */
import { Command, Option } from 'commander';
import { repeated, wholeNumber } from '../arguments';
import type { ServeOptions } from '../serve/serve-options';

const EXAMPLES = `
Examples:
  mailspec serve                                    SMTP on 2025, POP3 on 2110, IMAP on 2143, …; mail in memory
  mailspec serve --base-port 0 --write-target me.yaml
  mailspec serve --data mail --account ann@example.test:secret
  mailspec serve --trust 127.0.0.1 --smarthost 127.0.0.1:2526   hands mail for other domains on
  mailspec serve --webmail-for dovecot.yaml         a webmail on 2080 for another server
  mailspec serve --defect smtp-nested-mail-accepted  a server that makes a known mistake`;

/** @param act what serves until it is interrupted */
export function serveCommand(act: (options: ServeOptions) => Promise<void>): Command {
  return new Command('serve')
    .description('run the bundled mail server by itself, on the loopback interface')
    .option('--base-port <n>', 'listen on the standard ports plus this; 0 takes free ports', wholeNumber, 2000)
    .option('--data <dir>', 'keep the mail in this folder (without it: in memory)')
    .option('--account <address:password>', 'an account (repeatable; without it: alice, bob, carol)', repeated, [])
    .option('--profile <name>', 'the profile that the server runs in')
    .option('--defect <name>', 'a named mistake that the server makes (repeatable)', repeated, [])
    .option('--connections <n>', 'connections at once from one address', wholeNumber)
    .option(
      '--trust <cidr>',
      'clients in this network may send to everywhere, as who logs in may (repeatable)',
      repeated,
      [],
    )
    .option('--relay-dns <host:port>', 'a name server to find other servers with (repeatable)', repeated, [])
    .option('--relay-port <n>', 'the port of the mail exchangers', wholeNumber)
    .option('--smarthost <host:port>', 'a server that gets all mail for other domains')
    .option('--tls-cert <file>', 'the certificate, PEM, with its chain (without it: one is made); SIGHUP reads it anew')
    .option('--tls-key <file>', 'its key, PEM')
    .addOption(
      new Option('--tls-oldest <version>', 'the oldest version of TLS that is spoken').choices(['TLSv1.2', 'TLSv1.3']),
    )
    .option('--webmail-for <file>', 'only the webmail, for the mail system of this target file')
    .option('--write-target <file>', 'write a target file for this server')
    .addHelpText('after', EXAMPLES)
    .action(act);
}
