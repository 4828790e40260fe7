import { runProgram } from './run-program';

/** crypt(3) as Debian's perl-base, which is always there, gives it: SHA-256 with few rounds, for every scenario logs in more than once. */
export async function crypt(password: string): Promise<string> {
  return await runProgram('perl', ['-e', 'print crypt($ARGV[0], $ARGV[1])', password, '$5$rounds=1000$mailspec$']);
}
