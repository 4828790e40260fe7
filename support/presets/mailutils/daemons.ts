/** imap4d and pop3d, started one after the other. */
import type { Service } from '../../targets/target';
import type { Daemon } from '../daemons';
import type { Workplace } from '../workplace';

export const IMAP4D = '/usr/sbin/imap4d';
export const POP3D = '/usr/sbin/pop3d';

const DAEMONS = [
  ['imap', IMAP4D],
  ['pop3', POP3D],
] as const;

/** The mail must not be read or written as root; the group is the one that pop3d changes to. */
const AS_NOBODY = ['setpriv', '--reuid=nobody', '--regid=mail', '--clear-groups'];

export function daemonsOf(workplace: Workplace, services: readonly Service[]): Daemon[] {
  return DAEMONS.map(([protocol, program]) => ({
    program,
    command: [...AS_NOBODY, program, `--config-file=${workplace.path(`${protocol}.conf`)}`],
    ready: services.filter(({ name }) => name === protocol),
  }));
}
