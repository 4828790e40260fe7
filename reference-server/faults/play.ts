/** Plays a fault around the handling of one command; the same for every protocol. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { FaultRule } from '../options';

/**
 * Answers one command, with the fault when a rule fits. `answer` does what is right; `reply` sends the rule's status in the
 * protocol's own form. Gives false when the connection was dropped or will be after the truncated answer: the session ends.
 */
export async function withFaults(
  context: ServerContext,
  connection: Connection,
  command: { protocol: FaultRule['protocol']; name: string; argument: string },
  answer: () => Promise<void> | void,
  reply: (status: string) => void,
): Promise<boolean> {
  const rule = context.faults.take(command.protocol, command.name, command.argument);
  if (!rule) {
    await answer();
    return true;
  }
  if (rule.delay !== undefined) await pause(context, rule.delay);
  if (rule.drop) {
    connection.destroy();
    return false;
  }
  if (rule.truncate !== undefined) {
    await connection.flush();
    connection.truncateAfter(rule.truncate);
  }
  if (rule.reply !== undefined) reply(rule.reply);
  else await answer();
  if (rule.truncate === undefined) return true;
  await connection.flush();
  return false;
}

function pause(context: ServerContext, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    context.clock.after(milliseconds, resolve);
  });
}
