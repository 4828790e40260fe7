/** Passwords for Postfix: Cyrus SASL with a file of its own, asked for after TLS only. */
import { chownSync } from 'node:fs';
import { runProgram } from '../run-program';
import { fillSasldb } from '../sasldb';
import { userId } from '../user-id';
import type { Workplace } from '../workplace';

/** What main.cf has for it. */
export const SASL_MAIN_CF = `
# Passwords, under TLS only.
smtpd_sasl_auth_enable = yes
smtpd_tls_auth_only = yes
`;

/** Debian's Postfix looks for it in its own configuration folder. */
function smtpdConf(database: string): string {
  return `pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: ${database}
`;
}

export async function laySasl(workplace: Workplace): Promise<void> {
  const database = workplace.path('sasldb2');
  workplace.write('sasl/smtpd.conf', smtpdConf(database));
  await fillSasldb(database, ([program, ...args], options) => runProgram(program!, args, options));
  chownSync(database, await userId('postfix', 'u'), 0);
}
