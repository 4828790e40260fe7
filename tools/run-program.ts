import { spawn } from 'node:child_process';

const MINUTE = 60_000;

/** Runs a program in a folder that is its home too, to its end, within a minute or so many milliseconds. Throws with what it printed unless it exits with 0. */
export function runProgram(
  folder: string,
  command: string,
  args: string[],
  { input, env = {}, within = MINUTE }: { input?: Buffer | string; env?: Record<string, string>; within?: number } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, LC_ALL: 'C.UTF-8', ...env },
      timeout: within,
    });
    const out: Buffer[] = [];
    const all: Buffer[] = [];
    child.stdout.on('data', (chunk) => {
      out.push(chunk);
      all.push(chunk);
    });
    child.stderr.on('data', (chunk) => all.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`${command} ended with ${signal ?? code}:\n${Buffer.concat(all).toString()}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
