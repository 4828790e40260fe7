/** A program that runs in the system's own root folder asks the instance's name server, while all others go on asking the system's. */
import type { Outside } from './outside';
import { resolvConf } from './outside';
import type { Workplace } from './workplace';

/** In a mount namespace of its own: nobody else sees what lies over the file, and nothing has to be unmounted. */
const ENTER = 'mount --bind "$0" /etc/resolv.conf && exec "$@"';

/** @returns what has to be run for this command to run so; needs root */
export function withResolver(workplace: Workplace, outside: Outside, command: readonly string[]): string[] {
  const file = workplace.write('resolv.conf', resolvConf(outside));
  return ['unshare', '--mount', '/bin/sh', '-c', ENTER, file, ...command];
}
