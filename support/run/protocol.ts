/** What parent and child tell each other over the process channel. Verdicts do not travel here: they are read from the messages. */
import type { CapabilityReport } from './capabilities';
import type { Job } from './job';

/** Parent to child, once. */
export interface Order {
  job: Job;
  /** The folder that the sources are relative to. */
  root: string;
  /** Feature files, `features/smtp/order.feature`, with `:12:20` where only these lines are meant. */
  sources: string[];
  /** The seed of a random order; without it, as the sources have them. */
  random?: number;
  /** The files with the step definitions. */
  steps: string[];
  /** The file that takes the messages. */
  messages: string;
  /** This child also tells what the target announces. */
  tellCapabilities: boolean;
}

/** Child to parent, once, before it ends. */
export type Report =
  | { kind: 'done'; capabilities?: CapabilityReport }
  /** The run could not begin or go on: the steps did not load, or the target could not be opened. One line. */
  | { kind: 'failed'; reason: string };
