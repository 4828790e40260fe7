/** Ctrl-C: the first ends the run in order, with every report; the second ends the command at once. */
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interrupt {
  signal: AbortSignal;
  /** What the command ends with: 130 after Ctrl-C, 143 after SIGTERM. */
  code(): number;
  dispose(): void;
}

export function listenForInterrupt(say: (line: string) => void): Interrupt {
  const controller = new AbortController();
  let code = 0;
  const listener = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(code);
    code = 128 + constants.signals[name];
    say('interrupted: stopping and writing the reports (once more to end at once)');
    controller.abort('the run was interrupted');
  };
  for (const name of SIGNALS) process.on(name, listener);
  return {
    signal: controller.signal,
    code: () => code,
    dispose: () => {
      for (const name of SIGNALS) process.off(name, listener);
    },
  };
}
