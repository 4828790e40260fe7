import { runProgram } from './run-program';

/** The number of a system user (`u`) or of its main group (`g`). @throws TargetError where there is no such user */
export async function userId(name: string, which: 'u' | 'g'): Promise<number> {
  return Number(await runProgram('id', [`-${which}`, name]));
}
