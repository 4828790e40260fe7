import { spawn } from 'node:child_process';
import { TargetError } from '../outcome';

/**
 * Runs a program to its end.
 * @returns what it wrote on its standard output
 * @throws TargetError `preset-failed`: one line that names the program and the last thing that it wrote
 */
export async function runProgram(program: string, args: readonly string[], env = process.env): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-4_000);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(new TargetError('preset-failed', `${program} cannot be run (${error.code})`));
    });
    child.on('close', (status) => {
      const last = (complaint.trim() || output.trim()).split('\n').at(-1);
      if (status === 0) resolve(output);
      else reject(new TargetError('preset-failed', `${program} ${args.join(' ')} ended with ${status}: ${last}`));
    });
  });
}
