/** imap4d and pop3d, started and stopped together. */
import { ProcessGroup } from '../../targets/launch/process-group';
import { awaitGreeting } from '../../targets/launch/readiness';
import type { Service } from '../../targets/target';
import type { Workplace } from '../workplace';

export const IMAP4D = '/usr/sbin/imap4d';
export const POP3D = '/usr/sbin/pop3d';

const DAEMONS = [
  ['imap', IMAP4D],
  ['pop3', POP3D],
] as const;

/** The mail must not be read or written as root; the group is the one that pop3d changes to. */
const AS_NOBODY = ['setpriv', '--reuid=nobody', '--regid=mail', '--clear-groups'];

export class Daemons {
  private groups: ProcessGroup[] = [];

  constructor(private readonly workplace: Workplace) {}

  /** @throws TargetError when one does not start, or does not greet */
  async start(services: readonly Service[]): Promise<void> {
    const { directory } = this.workplace;
    for (const [protocol, program] of DAEMONS) {
      const command = [...AS_NOBODY, program, `--config-file=${this.workplace.path(`${protocol}.conf`)}`];
      const group = await ProcessGroup.start(command, directory);
      this.groups.push(group);
      const service = services.find(({ name }) => name === protocol)!;
      await awaitGreeting(service, { within: 20_000, ended: () => group.ended, program });
    }
  }

  async stop(): Promise<void> {
    const groups = this.groups.splice(0);
    await Promise.all(groups.map((group) => group.stop('SIGTERM')));
  }
}
