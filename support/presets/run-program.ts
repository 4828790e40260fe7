import { spawn } from 'node:child_process';
import { TargetError } from '../outcome';

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  /** For its standard input. */
  input?: string;
  /** The folder that it runs in. */
  directory?: string;
}

/**
 * Runs a program to its end.
 * @returns what it wrote on its standard output
 * @throws TargetError `preset-failed`: one line that names the program and the last thing that it wrote
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, input = '', directory }: RunOptions = {},
): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: directory, env, stdio: ['pipe', 'pipe', 'pipe'] });
    // A program that does not read it is no error.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
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
