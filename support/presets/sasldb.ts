/** Passwords as Cyrus SASL keeps them in a file of its own. */
import { PRESET_ACCOUNTS } from './accounts';
import type { RunOptions } from './run-program';

export const SASLPASSWD = '/usr/sbin/saslpasswd2';

/** @param run runs a program, where the server runs */
export async function fillSasldb(
  file: string,
  run: (command: readonly string[], options: RunOptions) => Promise<unknown>,
): Promise<void> {
  for (const { user, password } of PRESET_ACCOUNTS) {
    const [name, realm] = user.split('@') as [string, string];
    await run([SASLPASSWD, '-p', '-c', '-f', file, '-u', realm, name], { input: password });
  }
}
