import { TargetError } from '../outcome';
import { runProgram } from './run-program';

/**
 * Looks whether a toolchain is there: it is never installed.
 * @param trial a command that succeeds where it is
 * @param what for people: `Python with pip`
 * @throws TargetError `not-installed`
 */
export async function requireTool(preset: string, [program = '', ...args]: string[], what: string): Promise<void> {
  try {
    await runProgram(program, args);
  } catch {
    throw new TargetError('not-installed', `the preset ${preset} needs ${what}, which is not on this machine`);
  }
}
