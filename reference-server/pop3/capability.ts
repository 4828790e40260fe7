/** What a capability adds to a session: one list of them is the capability table (RFC 2449). */

import type { ServerContext } from '../context';
import type { Answer } from './answer';
import type { Session } from './session';

export type State = 'authorization' | 'transaction';

/** Gives the answer, or undefined when it has answered by itself. */
export type Handler = (session: Session, argument: string) => Answer | undefined | Promise<Answer | undefined>;

export interface Command {
  readonly states: readonly State[];
  readonly run: Handler;
}

export interface Capability {
  /** As CAPA shows it, and as a profile leaves it out. */
  readonly tag: string;
  /** Where it is specified. */
  readonly rfc: string;
  /** Whether the server has it at all; always, when absent. */
  readonly exists?: (context: ServerContext) => boolean;
  /** What CAPA shows behind the tag ('' for nothing); undefined where it is not shown now, as for what has no tag. */
  readonly announce?: (session: Session) => string | undefined;
  /** The commands that exist because of it. */
  readonly commands?: Readonly<Record<string, Command>>;
  /** Stays where a profile leaves out everything that may be left out. */
  readonly basic?: true;
}

export const AUTHORIZATION: readonly State[] = ['authorization'];
export const TRANSACTION: readonly State[] = ['transaction'];
export const BOTH: readonly State[] = ['authorization', 'transaction'];
