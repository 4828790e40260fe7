/** Ctrl-C: the first ends the run in order, with every report; the second ends the command at once. */
import { EXIT } from '../../reports/verdict/exit-code';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interrupt {
  signal: AbortSignal;
  dispose(): void;
}

export function listenForInterrupt(say: (line: string) => void): Interrupt {
  const controller = new AbortController();
  const listener = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    say('interrupted: stopping and writing the reports (once more to end at once)');
    controller.abort('the run was interrupted');
  };
  for (const name of SIGNALS) process.on(name, listener);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of SIGNALS) process.off(name, listener);
    },
  };
}
