/** A server in a process of its own that is killed and started again on the same port, over the same mail. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { ChaosOptions } from './server';

export interface Standing {
  /** Messages in the queue. */
  readonly waiting: number;
  /** Names of the messages that the sender got back. */
  readonly returned: readonly string[];
}

const PROGRAM = join(__dirname, `server${extname(__filename)}`);

export class KilledServer {
  port = 0;
  private child: ChildProcess | undefined;

  constructor(private readonly options: Omit<ChaosOptions, 'port'>) {}

  async start(): Promise<void> {
    this.child = fork(PROGRAM, [JSON.stringify({ ...this.options, port: this.port })]);
    const [{ port }] = (await once(this.child, 'message')) as [{ port: number }];
    this.port = port;
  }

  /** Without a word, as power is lost to the process. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = undefined;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async ask(): Promise<Standing> {
    this.child!.send('how do things stand?');
    const [standing] = (await once(this.child!, 'message')) as [Standing];
    return standing;
  }
}
