/** The programs of an instance, which stay in the foreground: started one after the other, stopped together. */
import { ProcessGroup } from '../targets/launch/process-group';
import { awaitGreeting, awaitListening } from '../targets/launch/readiness';
import type { Place, Service } from '../targets/target';
import type { Startable } from './stand-up';

/** Milliseconds until a program must greet. */
const WITHIN = 20_000;

export interface Daemon {
  /** For people. */
  program: string;
  command: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** The services whose greetings say that it is up. */
  ready: readonly Service[];
  /** Where it takes connections when it is up, for a server of the web: nobody greets there. */
  web?: Place;
}

export class Daemons implements Startable {
  private groups: ProcessGroup[] = [];

  constructor(
    private readonly daemons: readonly Daemon[],
    private readonly directory: string,
  ) {}

  /** @throws TargetError when one does not start, or does not greet; then none of them is left running */
  async start(): Promise<void> {
    try {
      for (const { program, command, env, ready, web } of this.daemons) {
        const group = await ProcessGroup.start(command, this.directory, env);
        this.groups.push(group);
        const ended = () => group.ended;
        for (const service of ready) await awaitGreeting(service, { within: WITHIN, ended, program });
        if (web) await awaitListening(web, { within: WITHIN, ended, program });
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const groups = this.groups.splice(0).reverse();
    await Promise.all(groups.map((group) => group.stop(signal)));
  }
}
