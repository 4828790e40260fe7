/** A program and all that it starts, ended together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { TargetError } from '../../outcome';
import { endGroup } from './end-group';
import { guard } from './guard';

/** Characters of its output that are kept, for the case that it fails. */
const KEPT = 4_000;
/** Lines of it that are told of a program that ended. */
const LINES = 30;

export class ProcessGroup {
  private output = '';
  private exit: string | undefined;
  private release = () => {};

  private constructor(
    readonly program: string,
    private readonly child: ChildProcess,
    output: (chunk: Buffer) => void,
  ) {
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-KEPT);
      output(chunk);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('exit', (code, signal) => {
      this.exit = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    });
    process.once('exit', this.killAll);
  }

  /** Starts it in a group of its own. @throws TargetError `launch-failed` when there is no such program. */
  static async start(
    command: readonly string[],
    directory: string,
    env = process.env,
    output: (chunk: Buffer) => void = () => {},
  ): Promise<ProcessGroup> {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd: directory, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const group = new ProcessGroup(program, child, output);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve).once('error', (error: NodeJS.ErrnoException) => {
        reject(new TargetError('launch-failed', `launch: ${program} cannot be started (${error.code})`));
      });
    });
    group.release = guard(child.pid!);
    return group;
  }

  get leader(): number {
    return this.child.pid!;
  }

  /** How the program ended, with the last line that it wrote; undefined while it runs. */
  get ended(): string | undefined {
    if (this.exit === undefined) return undefined;
    const last = this.output.trim().split('\n').at(-1);
    return last ? `${this.exit}: ${last.trim()}` : this.exit;
  }

  /** The last that it wrote: a trace of its stack may be among it. */
  get lastWords(): string {
    return this.output.trim().split('\n').slice(-LINES).join('\n');
  }

  /** Asks the whole group to end, makes it end after a while, and resolves when nothing of it is left. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    await endGroup(this.child.pid!, signal);
    this.release();
    process.off('exit', this.killAll);
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  /** Where this process ends without `stop` (a second Ctrl-C), nothing of the group may outlive it. */
  private readonly killAll = () => {
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
}
