/** An instance's master(8), which makes a process group of its own and stays in the background. */
import { readFileSync } from 'node:fs';
import { endGroup } from '../../targets/launch/end-group';
import { guard } from '../../targets/launch/guard';
import { awaitGreeting } from '../../targets/launch/readiness';
import type { Service } from '../../targets/target';
import { runProgram } from '../run-program';
import type { Startable } from '../stand-up';
import type { Workplace } from '../workplace';

export class Master implements Startable {
  /** Ends the watch over it. */
  private release = () => {};

  constructor(
    private readonly workplace: Workplace,
    /** The command that starts it. */
    private readonly command: readonly string[],
    private readonly services: readonly Service[],
  ) {}

  async start(): Promise<void> {
    const [program, ...args] = this.command;
    await runProgram(program!, args);
    const leader = this.id();
    if (leader !== undefined) this.release = guard(leader);
    const ended = () => (this.id() === undefined ? 'is not there' : undefined);
    for (const service of this.services) await awaitGreeting(service, { within: 20_000, ended, program: 'postfix' });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const leader = this.id();
    if (leader !== undefined) await endGroup(leader, signal);
    this.release();
  }

  private id(): number | undefined {
    try {
      return Number(readFileSync(this.workplace.path('queue/pid/master.pid'), 'utf8')) || undefined;
    } catch {
      return undefined;
    }
  }
}
