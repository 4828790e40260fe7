/** Plays a fault around the handling of one command; the same for every protocol. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { Around } from '../seams';
import type { FaultRule } from './faults';

/** What a protocol says of its sessions and commands, so that faults can be played in it. */
export interface Playing<S, C, R> {
  readonly protocol: FaultRule['protocol'];
  /** What a rule calls the command, and what follows it. */
  named(command: C): { name: string; argument: string };
  /** The rule's status as the answer to the command. */
  answer(status: string, session: S, command: C): R | undefined;
  /** Ends the session after what was sent. */
  end(session: S): void;
}

/**
 * Faults as a guest around commands: the outermost of all. Rules come and go while the server runs; a session asks `faults.none` before
 * each command, and goes round this only where there is one.
 */
export function faultsAround<S extends { readonly connection: Connection }, C, R>(
  { faults, clock }: Pick<ServerContext, 'faults' | 'clock'>,
  { protocol, named, answer, end }: Playing<S, C, R>,
): Around<S, C, R> {
  return async (session, command, next) => {
    const { name, argument } = named(command);
    const rule = faults.take(protocol, name, argument);
    if (!rule) return next();
    const { connection } = session;
    if (rule.delay !== undefined) await pause({ clock }, rule.delay);
    if (rule.drop) {
      connection.destroy();
      end(session);
      return undefined;
    }
    if (rule.truncate !== undefined) {
      await connection.flush();
      connection.truncateAfter(rule.truncate);
      end(session);
    }
    return rule.reply === undefined ? next() : answer(rule.reply, session, command);
  };
}

function pause(context: Pick<ServerContext, 'clock'>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    context.clock.after(milliseconds, resolve);
  });
}
