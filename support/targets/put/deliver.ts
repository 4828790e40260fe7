import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Blocked, TargetError } from '../../outcome';
import { fill } from '../placeholders';
import type { Account } from '../target';
import type { Putter } from './sender';

export interface DeliverOptions {
  command: readonly string[];
  /** The folder it runs in. */
  directory: string;
  /** Milliseconds that it may take. */
  timeout: number;
  /** What the account logs in with, for {user}. */
  user(account: Account): string;
}

/** Milliseconds for a complaint that is still on its way when the command has ended. */
const LAST_WORDS = 200;

/** Puts a message into an inbox by a command of the target's, which gets it on its standard input with LF line ends. */
export function deliverCommand({ command, directory, timeout, user }: DeliverOptions): Putter {
  return {
    atOnce: true,
    async put(account, message) {
      const [program = '', ...args] = command.map((word) => fill(word, account, user(account)));
      // Delivery agents take the line ends of their system, as mail stores keep them.
      const input = Buffer.from(message.toString('latin1').replace(/\r\n/g, '\n'), 'latin1');
      const { status, complaint } = await runCommand(program, args, directory, timeout, input);
      if (status !== 0) throw new Blocked('not-accepted', `${program} ended with ${status}: ${complaint}`);
    },
  };
}

function runCommand(program: string, args: string[], cwd: string, timeout: number, input: Buffer) {
  return new Promise<{ status: number | string; complaint: string }>((resolve, reject) => {
    const child = spawn(program, args, { cwd, timeout, killSignal: 'SIGKILL', stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(new TargetError('deliver-failed', `deliver: ${program} cannot be run (${error.code})`));
    });
    // Not when its output is closed: what it leaves running may hold that for ever.
    child.on('exit', async (status, signal) => {
      if (!child.stderr.closed)
        await Promise.race([once(child.stderr, 'close'), wait(LAST_WORDS, undefined, { ref: false })]);
      child.stderr.destroy();
      resolve({ status: status ?? signal ?? 'no status', complaint: complaint.trim().split('\n').at(-1) ?? '' });
    });
    // A command that does not read its input is judged by its status.
    child.stdin.on('error', () => undefined).end(input);
  });
}
