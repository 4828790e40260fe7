/** A program and all that it starts, ended together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { TargetError } from '../../outcome';

/** Milliseconds from the polite signal to SIGKILL. */
const PATIENCE = 5_000;
/** Characters of its output that are kept, for the case that it fails. */
const KEPT = 4_000;

export class ProcessGroup {
  private output = '';
  private exit: string | undefined;

  private constructor(
    readonly program: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('exit', (code, signal) => {
      this.exit = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    });
  }

  /** Starts it in a group of its own. @throws TargetError `launch-failed` when there is no such program. */
  static async start(command: readonly string[], directory: string, env = process.env): Promise<ProcessGroup> {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd: directory, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const group = new ProcessGroup(program, child);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve).once('error', (error: NodeJS.ErrnoException) => {
        reject(new TargetError('launch-failed', `launch: ${program} cannot be started (${error.code})`));
      });
    });
    return group;
  }

  /** How the program ended, with the last line that it wrote; undefined while it runs. */
  get ended(): string | undefined {
    if (this.exit === undefined) return undefined;
    const last = this.output.trim().split('\n').at(-1);
    return last ? `${this.exit}: ${last.trim()}` : this.exit;
  }

  /** Asks the whole group to end, makes it end after a while, and resolves when nothing of it is left. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    this.signal(signal);
    const end = performance.now() + PATIENCE;
    for (let pause = 5; this.lives; pause = Math.min(pause * 2, 100)) {
      if (performance.now() > end) this.signal('SIGKILL');
      await wait(pause);
    }
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  private get lives(): boolean {
    return this.exit === undefined || this.signal(0);
  }

  /** Whether there was anybody to get it. */
  private signal(signal: NodeJS.Signals | 0): boolean {
    try {
      process.kill(-this.child.pid!, signal);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') return true;
      return false;
    }
  }
}
