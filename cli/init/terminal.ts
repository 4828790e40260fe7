/** Asks on the terminal. */
import { UsageError } from '../../support/targets/usage-error';
import type { Asker } from './questions';

/** @throws UsageError from whatever question is left by Ctrl-C */
export async function terminalAsker(): Promise<Asker> {
  const { isCancel, password, select, text } = await import('@clack/prompts');
  const answered = <T>(answer: T | symbol): T => {
    if (isCancel(answer)) throw new UsageError('no-answer', 'nothing is written');
    return answer as T;
  };
  return {
    text: async (message, proposal, wrong) => {
      const validate = (answer = '') => wrong?.(answer.trim() || proposal);
      const answer = await text({ message, placeholder: proposal, defaultValue: proposal, validate });
      return answered<string>(answer).trim() || proposal;
    },
    secret: async (message) =>
      answered<string>(await password({ message, validate: (answer) => (answer ? undefined : 'It has one.') })),
    choose: async (message, choices, initialValue) => {
      const options = Object.entries<string>(choices).map(([value, label]) => ({ value, label }));
      return answered<string>(await select({ message, options, initialValue })) as typeof initialValue;
    },
  };
}
