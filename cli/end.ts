/** How the command ends: exit codes, and one clear line for what the user can mend. */
import { CommanderError } from 'commander';
import { InputError } from '../reports/input-error';
import { SpecificationError } from '../reports/specification-error';
import { EXIT } from '../reports/verdict/exit-code';
import { OutcomeError } from '../support/outcome';
import { UsageError } from '../support/targets/usage-error';

/** The command is done; what still hangs about is not waited for. */
export function endWith(code: number): void {
  process.exitCode = code;
  // Pipes take what was written before the process ends.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** Runs the command and turns what it throws into a line and an exit code. */
export async function guard(command: () => Promise<unknown>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessUnread);
  try {
    await command();
  } catch (error) {
    const { code, line } = endOf(error);
    if (line !== '') console.error(line);
    endWith(code);
  }
}

/** Whoever reads a pipe may have seen enough, as `head` has: what is said is lost, and reports are written all the same. */
function unlessUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The exit code for an exception, and what to say about it. */
export function endOf(error: unknown): { code: number; line: string } {
  // Commander has said it already; its help and version end well.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.ok : EXIT.usage, line: '' };
  if (error instanceof UsageError || error instanceof InputError) return { code: EXIT.usage, line: error.message };
  if (error instanceof OutcomeError) return { code: EXIT.error, line: `${error.code}: ${error.reason}` };
  if (error instanceof SpecificationError) return { code: EXIT.error, line: error.message };
  if (error instanceof Error) return { code: EXIT.error, line: error.stack ?? error.message };
  return { code: EXIT.error, line: String(error) };
}
