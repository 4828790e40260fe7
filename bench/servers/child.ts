/** Servers run in processes of their own: the load and they must not share a thread. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Started {
  ports: Record<string, number>;
  stop(): Promise<void>;
}

/** Starts a script of this folder, which tells its ports over the channel when it is ready. */
export async function startScript(path: string, args: string[] = []): Promise<Started> {
  const child = fork(path, args, { execArgv: process.execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [ports] = (await once(child, 'message')) as [Record<string, number>];
  return { ports, stop: () => stop(child) };
}

/** Starts a program that listens on a port given to it. */
export async function startProgram(command: string, args: (port: number) => string[]): Promise<Started> {
  const port = await freePort();
  const child = spawn(command, args(port), { stdio: 'ignore' });
  // Also rejects when there is no such program.
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${command} ended with ${code}`);
  });
  await Promise.race([listening(port), ended]);
  ended.catch(() => undefined);
  return { ports: { main: port }, stop: () => stop(child) };
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await wait(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}
