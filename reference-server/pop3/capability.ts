/** What a capability adds to a session: one list of them is the capability table (RFC 2449). */

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
  readonly tag: string;
  readonly rfc: number;
  /** What stands behind the tag ('' for nothing), or undefined where it is not shown now. */
  announce(session: Session): string | undefined;
  readonly commands?: Readonly<Record<string, Command>>;
}

export const AUTHORIZATION: readonly State[] = ['authorization'];
export const TRANSACTION: readonly State[] = ['transaction'];
export const BOTH: readonly State[] = ['authorization', 'transaction'];
